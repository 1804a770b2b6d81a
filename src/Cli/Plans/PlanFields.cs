using System.Globalization;
using Google.Protobuf.Reflection;
using SocialPolicy.PlanRegistry.V1;
using Date = Google.Type.Date;

namespace SocialPolicy.Cli.Plans;

/// <summary>Sets a field of a plan from what a person typed, by the proto's own description of it.</summary>
internal static class PlanFields
{
    public static void Set(Plan plan, string path, string value)
    {
        var field = Plan.Descriptor.FindFieldByName(path) ?? throw new IOException($"A plan has no field {path}.");
        field.Accessor.SetValue(plan, field.FieldType switch
        {
            FieldType.String => value,
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
