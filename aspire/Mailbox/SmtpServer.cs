using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SocialPolicy.Mailbox;

/// <summary>An SMTP server (RFC 5321) on loopback that takes every mail and hands it on: for sandboxes and tests, never for the world.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stopping = new();
    private readonly Func<ReceivedMail, CancellationToken, Task> keep;
    private readonly Func<string, bool> refuses;
    private readonly Task accepting;

    /// <param name="port">0 for a free one.</param>
    /// <param name="keep">Takes a mail; the client hears that it was taken when this has ended.</param>
    /// <param name="refuses">Recipients that are refused with 550; null for none.</param>
    public SmtpServer(int port, Func<ReceivedMail, CancellationToken, Task> keep, Func<string, bool>? refuses = null)
    {
        (this.keep, this.refuses) = (keep, refuses ?? (_ => false));
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        accepting = Accept();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

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
            {
                sessions.RemoveAll(session => session.IsCompleted);
                sessions.Add(Serve(await listener.AcceptTcpClientAsync(stopping.Token)));
            }
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
                // The client hung up, or we are stopping.
            }
        }
    }

    private async Task Converse(StreamReader reader, StreamWriter writer)
    {
        var (from, to) = ("", new List<string>());
        await writer.WriteLineAsync("220 mailbox ready");
        while (await reader.ReadLineAsync(stopping.Token) is { } line)
        {
            switch (line.Length >= 4 ? line[..4].ToUpperInvariant() : line)
            {
                case "EHLO" or "HELO":
                    await writer.WriteLineAsync("250-mailbox\r\n250-8BITMIME\r\n250 SMTPUTF8");
                    break;
                case "MAIL":
                    (from, to) = (Address(line), []);
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "RCPT" when refuses(Address(line)):
                    await writer.WriteLineAsync("550 no such mailbox");
                    break;
                case "RCPT":
                    to.Add(Address(line));
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    await keep(new(from, to, await Data(reader)), stopping.Token);
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

    // A line that begins with a dot was sent with two (RFC 5321, 4.5.2). Who hangs up before the last line has sent no mail.
    private async Task<string> Data(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(stopping.Token) is { } line)
        {
            if (line == ".")
                return data.ToString();
            data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        throw new EndOfStreamException();
    }

    private static string Address(string line)
    {
        var (start, end) = (line.IndexOf('<', StringComparison.Ordinal), line.LastIndexOf('>'));
        return start >= 0 && end > start ? line[(start + 1)..end] : "";
    }
}
