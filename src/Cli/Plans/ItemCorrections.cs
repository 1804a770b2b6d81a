using Google.Protobuf;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Plans;

/// <summary>Corrections of items as a person types them, one for each item.</summary>
internal sealed class ItemCorrections(ConfirmReadingRequest request)
{
    private readonly Dictionary<string, ItemCorrection> byItem = new(StringComparer.Ordinal);

    /// <summary>The correction of "targets/ID", "tasks/ID" or "reportingDuties/ID".</summary>
    public ItemCorrection Of(string item)
    {
        if (byItem.TryGetValue(item, out var known))
            return known;
        var name = $"{request.Name}/{item}";
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

        request.ItemCorrections.Add(correction);
        return byItem[item] = correction;
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
