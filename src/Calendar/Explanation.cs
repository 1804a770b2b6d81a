using System.Globalization;

namespace SocialPolicy.Calendar;

/// <summary>Why a day is the day it is: a word that stays the same for programs, one sentence each for people.</summary>
/// <param name="Rule">A stable word such as ON_THE_DAY_BEFORE.</param>
/// <param name="English">One sentence.</param>
/// <param name="Vietnamese">The same in Vietnamese.</param>
public sealed record Explanation(string Rule, string English, string Vietnamese)
{
    internal Explanation And(string rule, string english, string vietnamese) =>
        new(rule, $"{English}; {english}", $"{Vietnamese}; {vietnamese}");

    internal Explanation AsSentence() => this with { English = Sentence(English), Vietnamese = Sentence(Vietnamese) };

    private static string Sentence(string phrase) => $"{char.ToUpper(phrase[0], CultureInfo.InvariantCulture)}{phrase[1..]}.";
}

/// <summary>Days as both languages print them, whatever the culture of the machine.</summary>
internal static class Printing
{
    public static string Printed(this DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
