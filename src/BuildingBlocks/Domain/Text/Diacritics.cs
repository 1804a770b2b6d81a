using System.Globalization;
using System.Text;

namespace SocialPolicy.BuildingBlocks.Domain.Text;

/// <summary>Vietnamese text without its diacritics (dấu): what is typed where no Vietnamese keyboard is at hand.</summary>
public static class Diacritics
{
    /// <summary>A folded text without diacritics: "tỉ lệ hộ nghèo" is "ti le ho ngheo".</summary>
    /// <param name="folded">Of <see cref="TextFolding.Fold"/>.</param>
    public static string Without(string folded)
    {
        var bare = new StringBuilder(folded.Length);
        foreach (var sign in folded.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) is not UnicodeCategory.NonSpacingMark)
                bare.Append(sign == 'đ' ? 'd' : sign);
        }

        return bare.ToString();
    }
}
