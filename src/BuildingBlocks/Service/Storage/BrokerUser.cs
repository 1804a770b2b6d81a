using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Service.Messaging;

namespace SocialPolicy.BuildingBlocks.Service.Storage;

/// <summary>The broker user a service runs as, made through the broker's management API: its own queues and the exchanges of its facts, nothing else.</summary>
internal static class BrokerUser
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static async Task Grant(BrokerTarget target, Facts facts, TextWriter log, CancellationToken ct)
    {
        using var management = Client(target.Management);
        var user = Uri.EscapeDataString(target.User.Name);
        await Put(management, $"api/users/{user}", new { password = target.User.Password, tags = "" }, ct);
        await Put(management, $"api/permissions/{Uri.EscapeDataString(target.VirtualHost)}/{user}", Rights(facts), ct);
        await log.WriteLineAsync($"  broker user {target.User.Name} may announce {facts.Announced.Count} and consume {facts.Consumed.Count} facts in {target.VirtualHost}");
    }

    // Declaring needs configure, binding needs write on the queue and read on the exchange.
    internal static object Rights(Facts facts)
    {
        var own = $@"{Regex.Escape(facts.Service)}\..*";
        var announced = facts.Announced.Select(Exchange);
        var consumed = facts.Consumed.Select(Exchange);
        return new
        {
            configure = Any([own, .. announced, .. consumed]),
            write = Any([own, .. announced]),
            read = Any([own, .. consumed]),
        };
    }

    private static string Exchange(Type fact) => Regex.Escape(Topology.Exchange(fact));

    private static string Any(IEnumerable<string> names) => $"^({string.Join('|', names.Distinct(StringComparer.Ordinal))})$";

    private static HttpClient Client(Uri management)
    {
        var client = new HttpClient { BaseAddress = new Uri($"{management.GetLeftPart(UriPartial.Authority).Replace(management.UserInfo + "@", "", StringComparison.Ordinal)}/") };
        var user = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(management.UserInfo));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(user));
        return client;
    }

    private static async Task Put(HttpClient management, string path, object body, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        while (true)
        {
            try
            {
                using var answer = await management.PutAsJsonAsync(path, body, either.Token);
                if (answer.IsSuccessStatusCode)
                    return;
                if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway))
                    throw new MigrationRefused($"The broker's management API refused PUT {path}: {(int)answer.StatusCode} {answer.ReasonPhrase}");
            }
            catch (HttpRequestException) when (!either.IsCancellationRequested)
            {
                // Still starting.
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested)
            {
                throw new MigrationRefused($"The broker's management API at {management.BaseAddress} did not answer within {Patience.TotalSeconds:0} s.");
            }

            await Task.Delay(Pause, ct);
        }
    }
}
