using System.Net;
using System.Net.Sockets;

namespace SocialPolicy.Notifications.FunctionalTests.Sending;

/// <summary>A mail server that greets, and refuses every sender with the same words.</summary>
internal sealed class StubbornServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;
    private int sessions;

    public StubbornServer(string refusal)
    {
        listener.Start();
        serving = Serve(refusal);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Sessions => Volatile.Read(ref sessions);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await serving;
        stopping.Dispose();
    }

    private async Task Serve(string refusal)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Interlocked.Increment(ref sessions);
                await Converse(client, refusal);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task Converse(TcpClient client, string refusal)
    {
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 stubborn");
            while (await reader.ReadLineAsync(stopping.Token) is { } line && !line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
                await writer.WriteLineAsync(line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase) ? refusal : "250 stubborn");
        }
        catch (IOException)
        {
            // The client hung up.
        }
    }
}
