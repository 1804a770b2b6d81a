using System.Globalization;

namespace SocialPolicy.Documents.Text;

/// <summary>Numbers as lists print them.</summary>
internal static class ListNumbers
{
    // What a word processor or browser prints: typed points of a Vietnamese clause have đ after d, automatic ones have not.
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const int LargestRoman = 3999;
    private const int MostLetters = 10;

    private static readonly (int Value, string Signs)[] Romans =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    public static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string DecimalZero(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>"a", "b", ..., "z", then "aa", "bb".</summary>
    public static string LowerLetter(int number)
    {
        var times = ((number - 1) / Letters.Length) + 1;
        return number < 1 || times > MostLetters ? Decimal(number) : new string(Letters[(number - 1) % Letters.Length], times);
    }

    public static string UpperLetter(int number) => LowerLetter(number).ToUpperInvariant();

    public static string LowerRoman(int number)
    {
        if (number is < 1 or > LargestRoman)
            return Decimal(number);
        var signs = "";
        foreach (var (value, sign) in Romans)
        {
            for (; number >= value; number -= value)
                signs += sign;
        }

        return signs;
    }

    public static string UpperRoman(int number) => LowerRoman(number).ToUpperInvariant();
}
