using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SocialPolicy.Harness;

/// <summary>A mail that came in.</summary>
/// <param name="From">The envelope's sender.</param>
/// <param name="To">The envelope's recipients.</param>
/// <param name="Data">Headers and body as they were sent, lines separated by CR LF.</param>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, string Data);

/// <summary>An SMTP server (RFC 5321) on a free port that takes every mail and keeps it.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private readonly Task accepting;

    public SmtpSink()
    {
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyCollection<ReceivedMail> Mails => mails;

    /// <summary>Recipients that are refused with 550.</summary>
    public ISet<string> Refused { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await accepting;
        stopping.Dispose();
    }

    private async Task Accept()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
                sessions.Add(Serve(await listener.AcceptTcpClientAsync(stopping.Token)));
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.UTF8);
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await Converse(reader, writer);
            }
            catch (Exception failure) when (failure is IOException or OperationCanceledException)
            {
                // The client hung up, or the test is over.
            }
        }
    }

    private async Task Converse(StreamReader reader, StreamWriter writer)
    {
        var (from, to) = ("", new List<string>());
        await writer.WriteLineAsync("220 sink ready");
        while (await reader.ReadLineAsync(stopping.Token) is { } line)
        {
            switch (line.Length >= 4 ? line[..4].ToUpperInvariant() : line)
            {
                case "EHLO" or "HELO":
                    await writer.WriteLineAsync("250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8");
                    break;
                case "MAIL":
                    (from, to) = (Address(line), []);
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "RCPT" when Refused.Contains(Address(line)):
                    await writer.WriteLineAsync("550 no such mailbox");
                    break;
                case "RCPT":
                    to.Add(Address(line));
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    mails.Enqueue(new(from, to, await Data(reader)));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync(line is "RSET" or "NOOP" ? "250 ok" : "502 not here");
                    break;
            }
        }
    }

    // A line that begins with a dot was sent with two (RFC 5321, 4.5.2).
    private async Task<string> Data(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(stopping.Token) is { } line && line != ".")
            data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return data.ToString();
    }

    private static string Address(string line)
    {
        var (start, end) = (line.IndexOf('<', StringComparison.Ordinal), line.LastIndexOf('>'));
        return start >= 0 && end > start ? line[(start + 1)..end] : "";
    }
}
