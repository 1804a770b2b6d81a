using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Aspire.Hosting.Servers;

/// <summary>
/// Whether a node is ready: it greets an AMQP 0-9-1 client, and its management API reports no alarm. The node logs a
/// greeting without a login as a broken connection; once it has greeted, that its door opens is enough.
/// </summary>
internal static class RabbitMqHealth
{
    /// <summary>Frame type "method" on channel 0: the broker's <c>connection.start</c> begins so.</summary>
    private const byte MethodFrame = 1;

    private static readonly byte[] Greeting = [.. "AMQP"u8, 0, 0, 9, 1];

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    public static async Task<string?> Problem(int port, int? managementPort, string user, string password, bool greet, CancellationToken ct)
    {
        try
        {
            return await AmqpProblem(port, greet, ct) ?? (managementPort is { } management ? await ManagementProblem(management, user, password, ct) : null);
        }
        catch (Exception e) when (e is SocketException or IOException or HttpRequestException)
        {
            return e.Message;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return "no answer within 5 s";
        }
    }

    private static async Task<string?> AmqpProblem(int port, bool greet, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(TimeSpan.FromSeconds(5));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, deadline.Token);
        if (!greet)
            return null;
        var stream = client.GetStream();
        await stream.WriteAsync(Greeting, deadline.Token);
        var answer = new byte[1];
        return await stream.ReadAsync(answer, deadline.Token) == 1 && answer[0] == MethodFrame ? null : "no AMQP 0-9-1 greeting";
    }

    private static async Task<string?> ManagementProblem(int port, string user, string password, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/api/health/checks/alarms");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        using var answer = await Http.SendAsync(request, ct);
        return answer.IsSuccessStatusCode ? null : $"management API: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}";
    }
}
