using System.Text.Json;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>The words of a reading, of events and of storage are the names of the values: SixMonth is six_month.</summary>
public static class Words
{
    /// <summary>The word of a value.</summary>
    public static string Of<T>(T value) where T : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The word of a value that may be unstated.</summary>
    public static string? OfAny<T>(T? value) where T : struct, Enum => value is { } known ? Of(known) : null;
}
