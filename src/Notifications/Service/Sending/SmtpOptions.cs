namespace SocialPolicy.Notifications.Service.Sending;

/// <summary>The mail server; configuration section <c>Smtp</c>.</summary>
internal sealed class SmtpOptions
{
    /// <summary>Empty: mail waits until one is set; the inbox works all the same.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 25;

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "socialpolicy@localhost";

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Encrypts by STARTTLS. Off only towards a server on the same machine.</summary>
    public bool StartTls { get; set; }
}
