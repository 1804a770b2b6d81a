using System.Globalization;
using System.Text.Json;

namespace SocialPolicy.PlanText;

/// <summary>Small words for writing JSON: absent values as null, enum names in snake_case, lists of objects.</summary>
internal static class JsonWriting
{
    public static void Number(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void Date(this Utf8JsonWriter json, string name, DateOnly? value) =>
        json.WriteString(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static void Word<T>(this Utf8JsonWriter json, string name, T value) where T : struct, Enum =>
        json.WriteString(name, JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    public static void Word<T>(this Utf8JsonWriter json, string name, T? value) where T : struct, Enum
    {
        if (value is { } word)
            json.Word(name, word);
        else
            json.WriteNull(name);
    }

    public static void Strings(this Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void Object<T>(this Utf8JsonWriter json, string name, T? value, Action<Utf8JsonWriter, T> write) where T : class
    {
        if (value is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        write(json, value);
        json.WriteEndObject();
    }

    public static void Each<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            var plain = value is TextSpan;
            if (!plain)
                json.WriteStartObject();
            write(json, value);
            if (!plain)
                json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Span(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("char_start", span.Start);
        json.WriteNumber("char_end", span.End);
    }

    public static void Pair(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }
}
