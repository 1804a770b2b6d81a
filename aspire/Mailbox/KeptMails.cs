using Microsoft.Extensions.Options;

namespace SocialPolicy.Mailbox;

/// <summary>Configuration section <c>Mailbox</c>.</summary>
internal sealed class MailboxOptions
{
    /// <summary>Holds the mails, one .eml file each.</summary>
    public string Folder { get; set; } = "mailbox";

    /// <summary>Where it takes mail.</summary>
    public int SmtpPort { get; set; }
}

/// <summary>Takes mail while the sandbox runs, and keeps each as a file that any mail program opens.</summary>
internal sealed class KeptMails(IOptions<MailboxOptions> options) : IHostedService
{
    private SmtpServer? server;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Value.Folder);
        server = new SmtpServer(options.Value.SmtpPort, Keep);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    // Written aside first: who looks into the folder sees whole mails only.
    private async Task Keep(ReceivedMail mail, CancellationToken ct)
    {
        var path = Path.Combine(options.Value.Folder, $"{Guid.CreateVersion7()}.eml");
        await File.WriteAllTextAsync($"{path}.part", $"X-Envelope-To: {string.Join(", ", mail.To)}\r\n{mail.Data}", ct);
        File.Move($"{path}.part", path);
    }
}
