using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>Records as the database writes rows in JSON: snake_case names and words, spans as int4range.</summary>
internal static class RowJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false), new Ranges() },
    };

    private sealed class Ranges : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var bounds = reader.GetString()!.AsSpan(1).TrimEnd(')');
            var comma = bounds.IndexOf(',');
            return new TextSpan(
                int.Parse(bounds[..comma], CultureInfo.InvariantCulture),
                int.Parse(bounds[(comma + 1)..], CultureInfo.InvariantCulture));
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options) =>
            writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"[{value.Start},{value.End})"));
    }
}
