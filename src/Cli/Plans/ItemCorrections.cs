using Google.Protobuf;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Plans;

/// <summary>Corrections of items as a person types them, one for each item.</summary>
/// <param name="plan">The plan whose items they are: <c>plans/ID</c>.</param>
/// <param name="corrections">Where they go.</param>
internal sealed class ItemCorrections(string plan, IList<ItemCorrection> corrections)
{
    private readonly Dictionary<string, ItemCorrection> byItem = new(StringComparer.Ordinal);

    /// <summary>The correction of "targets/ID", "tasks/ID" or "reportingDuties/ID".</summary>
    public ItemCorrection Of(string item)
    {
        if (byItem.TryGetValue(item, out var known))
            return known;
        var name = $"{plan}/{item}";
        var correction = new ItemCorrection { UpdateMask = new() };
        switch (item.Split('/')[0])
        {
            case "targets":
                correction.Target = new() { Name = name };
                break;
            case "tasks":
                correction.Task = new() { Name = name };
                break;
            case "reportingDuties":
                correction.ReportingDuty = new() { Name = name };
                break;
            default:
                throw new IOException($"{item} is no item: expected targets/ID, tasks/ID or reportingDuties/ID.");
        }

        corrections.Add(correction);
        return byItem[item] = correction;
    }

    /// <summary>Takes "targets/ID.year=2031" and returns null; or returns the field and its value when they are of no item.</summary>
    /// <exception cref="IOException">It is no FIELD=VALUE.</exception>
    public (string Field, string Value)? Take(string pair)
    {
        var (field, value) = pair.Split('=', 2) is [var left, var right] ? (left, right) : throw new IOException($"--set {pair}: expected FIELD=VALUE.");
        if (field.LastIndexOf('/') is not (var slash and > 0) || field.IndexOf('.', slash) is not (var dot and > 0))
            return (field, value);
        Set(field[..dot], field[(dot + 1)..], value);
        return null;
    }

    /// <summary>Sets one field, or one part of it (threshold.value): what is not named stays as it was read.</summary>
    public void Set(string item, string path, string value)
    {
        var correction = Of(item);
        IMessage message = correction.ItemCase switch
        {
            ItemCorrection.ItemOneofCase.Target => correction.Target,
            ItemCorrection.ItemOneofCase.Task => correction.Task,
            _ => correction.ReportingDuty,
        };
        correction.UpdateMask.Paths.Add(path);
        PlanFields.Set(message, path, value);
    }
}
