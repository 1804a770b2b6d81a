using System.Collections.Concurrent;
using SocialPolicy.Mailbox;

namespace SocialPolicy.Harness;

/// <summary>The sandbox's SMTP server on a free port, its mails kept in memory.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private readonly SmtpServer server;

    public SmtpSink() => server = new SmtpServer(0, (mail, _) =>
    {
        mails.Enqueue(mail);
        return Task.CompletedTask;
    }, address => Refused.Contains(address));

    public int Port => server.Port;

    public IReadOnlyCollection<ReceivedMail> Mails => mails;

    /// <summary>Recipients that are refused with 550.</summary>
    public ISet<string> Refused { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
