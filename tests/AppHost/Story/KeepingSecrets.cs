using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocialPolicy.AppHost.Tests.FullSystem;
using SocialPolicy.Harness;

namespace SocialPolicy.AppHost.Tests.Story;

/// <summary>What is secret is in no log and in no span, whatever happens in a whole story.</summary>
[Collection(StoryPlatform.InTurn)]
public sealed partial class KeepingSecrets(StoryPlatform platform) : IClassFixture<StoryPlatform>
{
    private const int ShortestSecret = 16;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);

    // Of JSON files in the folder of secrets: what opens something, and what it could be guessed from.
    private static readonly string[] SecretProperties = ["client_secret", "secret", "private_key", "hash", "salt", "digest", "key"];

    [Fact]
    public async Task Holds_in_all_logs_and_traces_of_a_whole_story()
    {
        using var dashboard = await platform.Dashboard();
        using var told = new CancellationTokenSource();
        var telemetry = Watch(dashboard, told.Token);
        ExpectedStory.HasBeenTold(await ToldStory.Of(platform, Documents.Samples));
        var token = (await platform.Spp("token")).Output.Trim();
        (await platform.Spp("plan", "publish", "plans/0197a2f0-0000-7000-8000-000000000000")).ExitCode.ShouldBe(1);
        await told.CancelAsync();
        var (lines, found) = await telemetry;

        string[] secrets = [.. Secrets(), token.Split('.')[2]];
        secrets.Length.ShouldBeGreaterThan(20);
        lines.ShouldBeGreaterThan(1_000);
        found.ShouldBeEmpty();
        InFiles(secrets).ShouldBeEmpty();

        // Last, for what is planted stays where it is found.
        await APlantedOneIsSeen(dashboard);
    }

    private async Task APlantedOneIsSeen(HttpClient dashboard)
    {
        var secret = platform.Secret("planregistry-password");
        using var http = new HttpClient();
        (await http.SendAsync(new(HttpMethod.Get, $"{Clients.AddressOf(platform, "planregistry")}planted/{secret}")
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        })).IsSuccessStatusCode.ShouldBeFalse();

        await Eventually.Holds(async () => InTelemetry(await dashboard.GetStringAsync("/telemetry"), [.. Secrets()]).Any(line => line.Contains(secret, StringComparison.Ordinal)), TimeSpan.FromSeconds(60));

        var log = Path.Combine(platform.Data, "logs", "planted.log");
        await File.WriteAllTextAsync(log, $"connecting with Password={secret};\nauthorization: Bearer {await Token()}\n");
        try
        {
            InFiles([.. Secrets()]).Count().ShouldBe(2);
        }
        finally
        {
            File.Delete(log);
        }
    }

    private async Task<string> Token() => (await platform.Spp("token")).Output.Trim();

    // The dashboard keeps the newest only: it is asked again and again, and once more at the end.
    private async Task<(int Lines, IReadOnlySet<string> Found)> Watch(HttpClient dashboard, CancellationToken told)
    {
        var (lines, found) = (0, new HashSet<string>(StringComparer.Ordinal));
        while (true)
        {
            var last = told.IsCancellationRequested;
            var held = await dashboard.GetStringAsync("/telemetry", CancellationToken.None);
            lines = Math.Max(lines, held.Count(letter => letter == '\n'));
            found.UnionWith(InTelemetry(held, [.. Secrets()]));
            if (last)
                return (lines, found);
            await Task.Delay(Glance, told).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static IEnumerable<string> InTelemetry(string held, string[] secrets) => held.Split('\n').Where(line => Tells(line, secrets));

    private IEnumerable<string> InFiles(string[] secrets) =>
        from file in Directory.EnumerateFiles(Path.Combine(platform.Data, "logs"), "*", SearchOption.AllDirectories)
        from line in File.ReadLines(file)
        where Tells(line, secrets)
        select $"{Path.GetFileName(file)}: {line}";

    private static bool Tells(string line, string[] secrets) =>
        Array.Exists(secrets, secret => line.Contains(secret, StringComparison.Ordinal)) || Signed().IsMatch(line) || Bearer().IsMatch(line);

    // All that lies in the folder of secrets: whole files, or the properties of JSON files that are secret; a key also line by line.
    private IEnumerable<string> Secrets()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(platform.Data, "secrets"), "*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file, Encoding.UTF8).Trim();
            var secrets = file.EndsWith(".json", StringComparison.Ordinal) ? Properties(JsonDocument.Parse(text).RootElement) : [text];
            foreach (var part in secrets.SelectMany(secret => secret.Split('\n')).Where(part => part.Length >= ShortestSecret && !part.StartsWith("-----", StringComparison.Ordinal)))
                yield return part;
        }
    }

    private static IEnumerable<string> Properties(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Value.ValueKind is JsonValueKind.String
            ? SecretProperties.Contains(property.Name) ? [property.Value.GetString()!] : []
            : Properties(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Properties),
        _ => [],
    };

    [GeneratedRegex(@"eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Signed();

    [GeneratedRegex(@"Bearer [\w.~+/-]{16,}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Bearer();
}
