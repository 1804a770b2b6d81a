using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Date = Google.Type.Date;

namespace SocialPolicy.Cli.Plans;

/// <summary>Sets a field of a plan from what a person typed, by the proto's own description of it.</summary>
internal static class PlanFields
{
    /// <summary>Sets the field of a path such as "number" or "threshold.value"; a list is written with semicolons between.</summary>
    public static void Set(IMessage message, string path, string value)
    {
        var parts = path.Split('.', 2);
        var field = message.Descriptor.FindFieldByName(parts[0]) ?? throw new IOException($"{message.Descriptor.Name} has no field {parts[0]}.");
        if (parts.Length > 1 && field.FieldType == FieldType.Message)
        {
            var inner = (IMessage?)field.Accessor.GetValue(message) ?? field.MessageType.Parser.ParseFrom(ByteString.Empty);
            field.Accessor.SetValue(message, inner);
            Set(inner, parts[1], value);
            return;
        }

        if (field.IsRepeated)
        {
            var list = (System.Collections.IList)field.Accessor.GetValue(message);
            foreach (var one in value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                list.Add(one);
            return;
        }

        field.Accessor.SetValue(message, field.FieldType switch
        {
            FieldType.String => value,
            FieldType.Bool => bool.TryParse(value, out var said) ? said : throw new IOException($"{path}: {value} is neither true nor false."),
            FieldType.Int32 => int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : throw new IOException($"{path}: {value} is no number."),
            FieldType.Enum => Named(field.EnumType, path, value),
            FieldType.Message when field.MessageType == Date.Descriptor => DateFrom(path, value),
            _ => throw new IOException($"{path} cannot be set from the command line."),
        });
    }

    /// <summary>`province` or `LEVEL_PROVINCE` for the value LEVEL_PROVINCE.</summary>
    private static int Named(EnumDescriptor values, string path, string value) =>
        values.Values.FirstOrDefault(candidate =>
            candidate.Name.Equals(value, StringComparison.OrdinalIgnoreCase) || candidate.Name.EndsWith($"_{value.ToUpperInvariant()}", StringComparison.Ordinal))?.Number
        ?? throw new IOException($"{path}: {value} is none of {string.Join(", ", values.Values.Select(known => known.Name))}.");

    /// <summary>2024, 2024-10 or 2024-10-15.</summary>
    private static Date DateFrom(string path, string value)
    {
        var parts = value.Split('-').Select(part => int.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        if (parts.Count is 0 or > 3 || parts.Contains(-1))
            throw new IOException($"{path}: {value} is no date; expected YYYY-MM-DD, YYYY-MM or YYYY.");
        return new Date { Year = parts[0], Month = parts.ElementAtOrDefault(1), Day = parts.ElementAtOrDefault(2) };
    }
}
