using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;
using SocialPolicy.Notifications.Service.Templates;

namespace SocialPolicy.Notifications.Service.Sending;

/// <summary>What a channel answered.</summary>
/// <param name="Taken">It has the notice.</param>
/// <param name="ForGood">A refusal that trying again would not change.</param>
/// <param name="Text">In its own words.</param>
internal sealed record ChannelAnswer(bool Taken, bool ForGood, string Text)
{
    public static ChannelAnswer Took(string text) => new(true, false, text);
}

/// <summary>Gives notices to the mail server. The Message-ID is the notice's own: a mail that went twice, because we died between the server's yes and our note of it, can be told by it.</summary>
internal sealed class Mailer(IOptions<SmtpOptions> options, NoticeTexts texts)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<ChannelAnswer> Send(ClaimedNotice notice, string address, CancellationToken ct)
    {
        var smtp = options.Value;
        if (smtp.Host.Length == 0)
            return new(false, false, "No mail server is set (Smtp:Host).");
        if (!MailAddress.TryCreate(address, out var to))
            return new(false, true, $"'{address}' is no mail address.");

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
            return new(false, IsForGood(refused.StatusCode), $"{(int)refused.StatusCode} {refused.InnerException?.Message ?? refused.Message}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(false, false, $"The mail server did not answer within {Patience.TotalSeconds:0} s.");
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

    // 5xx (RFC 5321, 4.2.1): the server will not take it, whenever it is asked.
    private static bool IsForGood(SmtpStatusCode code) => (int)code is >= 500 and < 600;
}
