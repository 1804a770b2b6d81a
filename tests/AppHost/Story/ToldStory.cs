using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Aspire.Hosting.Processes;
using SocialPolicy.AppHost.Tests.FullSystem;

namespace SocialPolicy.AppHost.Tests.Story;

/// <summary>The story as <c>spp story</c> told it.</summary>
/// <param name="ExitCode">0 when every step held.</param>
/// <param name="Lines">All it printed.</param>
internal sealed partial record ToldStory(int ExitCode, IReadOnlyList<string> Lines)
{
    /// <summary>How many lines the story of the samples has until reminders are swept: after that it only looks back.</summary>
    public const int LinesUntilItIsSwept = 120;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The rows of the last table, white space collapsed.</summary>
    public IReadOnlyList<string> Table =>
    [
        .. Lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(line => line.Split(' ') is { Length: 8 } cells && cells[0].EndsWith(".txt", StringComparison.Ordinal) && cells.Skip(1).All(cell => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _))),
    ];

    /// <summary>The plan of each file.</summary>
    public IReadOnlyDictionary<string, Guid> Plans => Lines
        .Select(line => Imported().Match(line))
        .Where(match => match.Success)
        .ToDictionary(match => match.Groups["file"].Value, match => Guid.Parse(match.Groups["id"].ValueSpan), StringComparer.Ordinal);

    public override string ToString() => $"exit code {ExitCode}\n{string.Join('\n', Lines)}";

    /// <summary>Has the story told about the plans of a folder.</summary>
    /// <param name="platform">Runs.</param>
    /// <param name="plans">Folder of documents.</param>
    /// <param name="onLine">Hears how many lines there are after each.</param>
    public static async Task<ToldStory> Of(Platform platform, string plans, Action<int>? onLine = null)
    {
        var lines = new List<string>();
        var teller = await ChildProcess.Start(new Launch("dotnet", ["exec", Repository.Spp, "story", "--plans", plans, "--directory", Repository.At("samples/directory"), "--data", platform.Data])
        {
            Environment = platform.OfSpp,
            Output = line =>
            {
                int count;
                lock (lines)
                {
                    lines.Add(line);
                    count = lines.Count;
                }

                onLine?.Invoke(count);
            },
        });
        try
        {
            var code = await teller.Exited.WaitAsync(Patience);
            lock (lines)
                return new(code, [.. lines]);
        }
        finally
        {
            await teller.Kill();
        }
    }

    /// <summary>The five samples as five other plans: the same text, with blank lines behind it that no other copy has.</summary>
    public static async Task<string> CopyOfTheSamples(string folder, int number)
    {
        var copy = System.IO.Directory.CreateDirectory(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"copy-{number}"))).FullName;
        foreach (var sample in System.IO.Directory.EnumerateFiles(Documents.Samples, "*.txt"))
            await File.WriteAllTextAsync(Path.Combine(copy, Path.GetFileName(sample)), await File.ReadAllTextAsync(sample) + new string('\n', number), new UTF8Encoding(false));
        return copy;
    }

    [GeneratedRegex(@"^  import (?<file>\S+\.txt) +plans/(?<id>[0-9a-f-]{36}):", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Imported();
}
