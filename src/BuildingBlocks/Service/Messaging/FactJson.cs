using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>Facts as JSON: camelCase, enums by name, every member present, Vietnamese letters as they are.</summary>
public static class FactJson
{
    /// <summary>What announcing and consuming use; unknown members are ignored when reading, since a newer service may announce more.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };
}
