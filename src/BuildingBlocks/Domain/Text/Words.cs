using System.Collections.Frozen;
using System.Text.Json;

namespace SocialPolicy.BuildingBlocks.Domain.Text;

/// <summary>The words of events and of storage are the names of the values: DueToday is due_today.</summary>
public static class Words
{
    /// <summary>The word of a value.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The word of a value that may be unstated.</summary>
    public static string? OfAny<T>(T? value) where T : struct, Enum => value is { } known ? Of(known) : null;

    /// <summary>The value of a word that <see cref="Of"/> wrote.</summary>
    /// <exception cref="ArgumentException">A word that this version does not know: nothing is guessed.</exception>
    public static T Read<T>(string word) where T : struct, Enum => Known<T>.Values.TryGetValue(word, out var value)
        ? value
        : throw new ArgumentException($"{typeof(T).Name} has no '{word}'.", nameof(word));

    private static class Known<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> Values = Enum.GetValues<T>().ToFrozenDictionary(Of);
    }
}
