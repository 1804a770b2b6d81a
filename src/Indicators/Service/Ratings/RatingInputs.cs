using System.Text.Json;
using SocialPolicy.Indicators.Domain.Ratings;

namespace SocialPolicy.Indicators.Service.Ratings;

/// <summary>What ratings rest on, as rows keep it.</summary>
internal static class RatingInputs
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string Write(IReadOnlyList<RatingInput> inputs) => JsonSerializer.Serialize(inputs, Form);

    public static IReadOnlyList<RatingInput> Read(string inputs) => JsonSerializer.Deserialize<List<RatingInput>>(inputs, Form)!;
}
