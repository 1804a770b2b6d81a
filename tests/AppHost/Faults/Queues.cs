using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SocialPolicy.AppHost.Tests.FullSystem;

namespace SocialPolicy.AppHost.Tests.Faults;

/// <summary>What lies in the broker's queues, as its management tells.</summary>
internal static class Queues
{
    public static async Task<string> Describe(Platform platform)
    {
        var management = platform["rabbitmq"].Endpoints.Single(endpoint => endpoint.Name == "management").Url;
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{platform.Secret("rabbitmq-password")}")));
        using var queues = JsonDocument.Parse(await http.GetStringAsync(new Uri($"{management}/api/queues")));
        return string.Join(", ", queues.RootElement.EnumerateArray().Select(queue =>
            $"{queue.GetProperty("name")}: {Number(queue, "messages_ready")} ready, {Number(queue, "messages_unacknowledged")} unacknowledged, {Number(queue, "consumers")} consumers"));
    }

    private static string Number(JsonElement queue, string name) => queue.TryGetProperty(name, out var value) ? value.ToString() : "?";
}
