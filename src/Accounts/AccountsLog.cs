using System.Globalization;

namespace SocialPolicy.Accounts;

/// <summary>
/// The trail of what was done to accounts on this machine: <c>accounts.log</c>, a line an act, with the time, the act, whom it was about and
/// the user of the system who did it. Lines are added; the act is written down before it is done when it takes something away.
/// </summary>
public sealed class AccountsLog(PrivateFolder folder, TimeProvider clock, string by)
{
    public const string FileName = "accounts.log";

    /// <summary>Writes as whoever runs this program.</summary>
    public AccountsLog(PrivateFolder folder)
        : this(folder, TimeProvider.System, $"os:{Environment.UserName}")
    {
    }

    /// <param name="act">What was done, such as <c>officer disabled</c>.</param>
    /// <param name="whom">The account. Never a secret.</param>
    /// <param name="detail">More of it; null for nothing.</param>
    public void Write(string act, string whom, string? detail = null)
    {
        var at = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        folder.Append(FileName, string.Join('\t', new[] { at, act, whom, detail ?? "", by }.Select(InOneLine)));
    }

    private static string InOneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
