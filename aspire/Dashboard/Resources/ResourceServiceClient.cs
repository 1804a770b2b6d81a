using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SocialPolicy.Dashboard.Hosting;

namespace SocialPolicy.Dashboard.Resources;

/// <summary>Asks the host for its resources, their console and their commands.</summary>
internal sealed class ResourceServiceClient : IDisposable
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(5);

    private readonly HttpClient http;

    public ResourceServiceClient(DashboardSettings settings)
    {
        var handler = new SocketsHttpHandler { ConnectTimeout = AnswerTimeout, UseProxy = false, AllowAutoRedirect = false };
        http = new HttpClient(handler) { BaseAddress = settings.ResourceService, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Add("x-api-key", settings.ResourceServiceKey);
    }

    /// <summary>Every state from now on, the present one first. Ends when the host does; throws HttpRequestException or IOException.</summary>
    public async IAsyncEnumerable<HostSnapshot> Watch([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var response = await Open("resources/watch", cancellation);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        await foreach (var item in SseParser.Create(stream, Snapshot).EnumerateAsync(cancellation))
        {
            if (item.Data is { } snapshot)
                yield return snapshot;
        }
    }

    /// <summary>The last lines of a console, and with <paramref name="follow"/> every line after them until cancelled.</summary>
    public async IAsyncEnumerable<string> Log(
        string resource, int tail, bool follow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"resources/{Uri.EscapeDataString(resource)}/log?tail={tail}{(follow ? "&follow=1" : "")}");
        using var response = await Open(path, cancellation);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellation))
            yield return ConsoleText.Plain(item.Data);
    }

    /// <summary>The last lines of a console as they are now. Throws HttpRequestException, IOException or OperationCanceledException.</summary>
    public async Task<IReadOnlyList<string>> Tail(string resource, int lines, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(AnswerTimeout);
        var read = new List<string>();
        await foreach (var line in Log(resource, lines, follow: false, limit.Token))
            read.Add(line);
        return read;
    }

    /// <summary>Asks for a command. False when the host does not carry it out; throws HttpRequestException when it does not answer.</summary>
    public async Task<bool> Send(string resource, string command, CancellationToken cancellation)
    {
        var path = new Uri($"resources/{Uri.EscapeDataString(resource)}/commands/{command}", UriKind.Relative);
        using var response = await http.PostAsync(path, content: null, cancellation);
        return response.IsSuccessStatusCode;
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> Open(string path, CancellationToken cancellation)
    {
        var response = await http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
        try
        {
            return response.EnsureSuccessStatusCode();
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static HostSnapshot? Snapshot(string eventType, ReadOnlySpan<byte> data) =>
        data.IsEmpty ? null : JsonSerializer.Deserialize(data, ResourceJson.Default.HostSnapshot);
}
