using System.Text.Json;
using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Owners;

/// <summary>Keeps what an act assigned, and tells of it.</summary>
internal static class OwnerStorage
{
    private const string InsertAct = """
        insert into owner_acts (plan_id, number, from_day, reason, actor, at) values (@plan, @number, @from, @reason, @Subject, @At);
        insert into owner_assignments (plan_id, act_number, item_kind, item_id)
        select @plan, @number, kind, item_id from jsonb_to_recordset(@items::jsonb) as t (kind text, item_id uuid);
        insert into assigned_owners (plan_id, act_number, item_id, position, role, agency_id)
        select @plan, @number, item_id, position, role, agency_id
        from jsonb_to_recordset(@owners::jsonb) as t (item_id uuid, position int, role text, agency_id uuid);
        """;

    /// <summary>The version of the plan's owners afterwards; an act that changes nothing is none.</summary>
    public static async Task<int> Keep(this Work work, OwnerBook book, OwnerChanges changes, DateOnly from, string? reason)
    {
        if (changes.Changed.Count == 0)
            return book.Version;
        var number = book.Version + 1;
        await work.Connection.ExecuteAsync(work.Sql(InsertAct, new
        {
            plan = book.Plan.Id,
            number,
            from,
            reason,
            work.Caller.Subject,
            work.At,
            items = JsonSerializer.Serialize(changes.Changed.Select(change => new { Kind = Words.Of(change.Item.Kind), ItemId = change.Item.Id }), RowJson.Options),
            owners = JsonSerializer.Serialize(changes.Changed.SelectMany(change => Owners(change.Item.Id, change.Owners)), RowJson.Options),
        }));
        work.Announce(changes.ToAssigned(book.Plan.Id, number, from, reason), $"{PlanService.PlanName.Of(book.Plan.Id)}/owners", number);
        return number;
    }

    private static IEnumerable<OwnerRow> Owners(Guid item, Ownership owners)
    {
        if (owners.LeadId is { } lead)
            yield return new(item, 0, OwnerRole.Lead, lead);
        foreach (var (position, agency) in owners.CoordinatingIds.Index())
            yield return new(item, position + 1, OwnerRole.Coordinating, agency);
    }

    private sealed record OwnerRow(Guid ItemId, int Position, OwnerRole Role, Guid AgencyId);
}
