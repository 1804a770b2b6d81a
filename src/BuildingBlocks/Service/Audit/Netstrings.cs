using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>
/// Texts put one behind another so that no two lists come to the same bytes: length in bytes, colon, UTF-8, comma (netstrings);
/// a lone hyphen and comma for nothing.
/// </summary>
internal static class Netstrings
{
    /// <summary>SHA-256 of the texts.</summary>
    public static byte[] Digest(params ReadOnlySpan<string?> texts)
    {
        var all = new StringBuilder();
        foreach (var text in texts)
        {
            _ = text is null
                ? all.Append('-')
                : all.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(text)}:").Append(text);
            all.Append(',');
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString()));
    }
}
