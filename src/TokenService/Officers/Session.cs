namespace SocialPolicy.TokenService.Officers;

/// <summary>A sign-in of an officer with one program.</summary>
/// <param name="Officer">Who.</param>
/// <param name="Client">With which program.</param>
/// <param name="PasswordMark">Of which password: another one ends the session.</param>
/// <param name="Methods">How it was known who it is (RFC 8176).</param>
/// <param name="Began">When.</param>
/// <param name="Ends">Whatever is done with it.</param>
/// <param name="Used">When it was last: a session that nothing is done with ends.</param>
/// <param name="Turn">What the one code or refresh token says that is good now.</param>
internal sealed record Session(string Officer, string Client, string PasswordMark, IReadOnlyList<string> Methods, DateTimeOffset Began, DateTimeOffset Ends, DateTimeOffset Used, string Turn);
