using System.Security.Cryptography;
using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Accounts.Officers;

/// <summary>
/// A list of stolen passwords on this machine, as "Pwned Passwords" is downloaded: a line each with its SHA-1 in hexadecimal digits and, behind
/// a colon, how often it was seen; in order of the digits. It may have gigabytes: it is searched where it lies.
/// </summary>
/// <param name="path">The file; null or empty where the installation has none.</param>
public sealed class BreachedPasswords(string? path)
{
    private const int Digits = 40;

    /// <exception cref="RuleBroken">PASSWORD_BREACHED.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void MustNotHold(string password) => Check.Rule(new PasswordsAreNotBreached(Holds(password)));

    private bool Holds(string password)
    {
        if (string.IsNullOrEmpty(path))
            return false;

        var wanted = Encoding.ASCII.GetBytes(Sha1Of(password));
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 256);
        var (low, high) = (0L, file.Length);
        Span<byte> line = stackalloc byte[Digits];
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var start = StartOfLine(file, middle);
            if (start >= high || file.ReadAtLeast(line, Digits, throwOnEndOfStream: false) < Digits)
            {
                high = middle;
                continue;
            }

            switch (line.SequenceCompareTo(wanted))
            {
                case 0: return true;
                case < 0: low = start + Digits; break;
                default: high = middle; break;
            }
        }

        return false;
    }

    // The first line that begins at or behind this place, where the file then stands.
    private static long StartOfLine(FileStream file, long place)
    {
        if (place > 0)
        {
            file.Position = place - 1;
            while (file.ReadByte() is not ('\n' or -1))
            {
            }
        }
        else
        {
            file.Position = 0;
        }

        return file.Position;
    }

    // The list's form; nothing is protected by it.
#pragma warning disable CA5350
    private static string Sha1Of(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
}
