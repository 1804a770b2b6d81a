using System.Collections.Frozen;
using System.Text.Json;

namespace SocialPolicy.Reporting.Domain;

/// <summary>The words of events and of storage are the names of the values: SixMonth is six_month.</summary>
public static class Words<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values = Enum.GetValues<T>().ToFrozenDictionary(Of);

    /// <summary>The word of a value.</summary>
    public static string Of(T value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The value of a word.</summary>
    /// <exception cref="KeyNotFoundException">A word that this version does not know: nothing is guessed.</exception>
    public static T Read(string word) => Values[word];
}
