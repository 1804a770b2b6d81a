using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aspire.Hosting.Data;

/// <summary>Small files that others read while we write: a reader sees the old one or the new one, whole. Only we may read them.</summary>
internal static class JsonFile
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = false,
        Converters = { new JsonStringEnumConverter() },
    };

    private static FileStreamOptions Ours { get; } = new()
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    };

    public static void Write<T>(string path, T value)
    {
        var unfinished = path + ".new";
        File.Delete(unfinished);
        using (var file = new FileStream(unfinished, Ours))
            JsonSerializer.Serialize(file, value, Options);
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Null when there is none, or what is there is not readable as such.</summary>
    public static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
