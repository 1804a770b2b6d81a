namespace SocialPolicy.Mailbox;

/// <summary>A mail that came in.</summary>
/// <param name="From">The envelope's sender.</param>
/// <param name="To">The envelope's recipients.</param>
/// <param name="Data">Headers and body as they were sent, lines separated by CR LF.</param>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, string Data);
