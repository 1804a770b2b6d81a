using System.Text.Json;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>The words of a reading, of events and of storage are the names of the values: SixMonth is six_month.</summary>
internal static class Words
{
    public static string Of<T>(T value) where T : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static string? OfAny<T>(T? value) where T : struct, Enum => value is { } known ? Of(known) : null;
}
