using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Options;
using SocialPolicy.Notifications.Service.Templates;

namespace SocialPolicy.Notifications.Service.Sending;

/// <summary>What a channel answered.</summary>
/// <param name="Taken">It has the notice.</param>
/// <param name="ForGood">A refusal that trying again would not change.</param>
/// <param name="Text">In its own words.</param>
/// <param name="Away">It takes nothing from us now, whatever the mail: that is no refusal of this one.</param>
internal sealed record ChannelAnswer(bool Taken, bool ForGood, string Text, bool Away = false)
{
    public static ChannelAnswer Took(string text) => new(true, false, text);

    public static ChannelAnswer IsAway(string text) => new(false, false, text, Away: true);
}

/// <summary>Gives notices to the mail server. The Message-ID is the notice's own: a mail that went twice, because we died between the server's yes and our note of it, can be told by it.</summary>
internal sealed class Mailer(IOptions<SmtpOptions> options, NoticeTexts texts)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<ChannelAnswer> Send(ClaimedNotice notice, string address, CancellationToken ct)
    {
        var smtp = options.Value;
        if (smtp.Host.Length == 0)
            return ChannelAnswer.IsAway("No mail server is set (Smtp:Host).");
        if (!MailAddress.TryCreate(address, out var to) || !Ascii.IsValid(to.User))
            return new(false, true, $"'{address}' is no mail address that every server takes.");

        using var mail = Compose(notice, new MailAddress(smtp.From), to);
        using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.StartTls };
        if (smtp.UserName.Length > 0)
            client.Credentials = new NetworkCredential(smtp.UserName, smtp.Password);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(mail, patience.Token);
            return ChannelAnswer.Took("250 the mail server took it");
        }
        catch (SmtpException refused)
        {
            return Read(refused);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ChannelAnswer.IsAway($"The mail server did not answer within {Patience.TotalSeconds:0} s.");
        }
        catch (Exception failure) when (failure is IOException or SocketException or AuthenticationException)
        {
            return ChannelAnswer.IsAway(failure.Message);
        }
    }

    private MailMessage Compose(ClaimedNotice notice, MailAddress from, MailAddress to)
    {
        var mail = new MailMessage(from, to)
        {
            Subject = NoticeTexts.OneLine(notice.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = notice.Body,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        mail.Headers.Add("Message-ID", $"<{notice.Id}@{from.Host}>");
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(texts.Page(notice.Subject, notice.Body), Encoding.UTF8, MediaTypeNames.Text.Html));
        return mail;
    }

    // 5xx (RFC 5321, 4.2.1) of a recipient or of the mail itself: it will not be taken, whenever it is asked. The same of the session (a
    // wrong password, no encryption) is our fault and says nothing of this mail.
    private static ChannelAnswer Read(SmtpException refused)
    {
        var code = (int)refused.StatusCode;
        var ofThisMail = refused is SmtpFailedRecipientException
            || refused.StatusCode is SmtpStatusCode.TransactionFailed or SmtpStatusCode.ExceededStorageAllocation
            || code is (>= 400 and < 500) and not (421 or 454);
        return ofThisMail ? new(false, code >= 500, $"{code} {Said(refused)}") : ChannelAnswer.IsAway(Said(refused));
    }

    private static string Said(SmtpException refused) => refused.InnerException?.Message ?? refused.Message;
}
