using SocialPolicy.PlanRegistry.Domain.Owners;

namespace SocialPolicy.PlanRegistry.Service.Owners.Workbook;

/// <summary>The owners an item had when it was exported, in one hidden cell: <c>lead|coordinating;coordinating</c>, by id.</summary>
internal static class ExportedOwners
{
    public static string Write(Ownership owners) => $"{owners.LeadId}|{string.Join(';', owners.CoordinatingIds)}";

    /// <summary>Nobody for what was not written here: then whatever is entered is a change.</summary>
    public static Ownership Read(string cell) => cell.Split('|') is [var lead, var coordinating]
        ? new(Guid.TryParse(lead, out var id) ? id : null, [.. coordinating.Split(';').Select(one => Guid.TryParse(one, out var other) ? other : Guid.Empty).Where(one => one != Guid.Empty)])
        : Ownership.None;
}
