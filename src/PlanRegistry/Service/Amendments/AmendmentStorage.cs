using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Amendments;

/// <summary>What commands about amendments save and look at.</summary>
internal static class AmendmentStorage
{
    private const string InsertAmendment = """
        insert into plan_amendments (id, plan_id, amending_plan_id, number, issued_on, issuer, title, effective_on, note, actor, recorded_at)
        values (@Id, @PlanId, @AmendingPlanId, @Number, @IssuedOn, @Issuer, @Title, @EffectiveOn, @Note, @Actor, @At);
        insert into plan_amended_items select * from jsonb_populate_recordset(null::plan_amended_items, @Items::jsonb);
        insert into plan_amended_parties select * from jsonb_populate_recordset(null::plan_amended_parties, @Parties::jsonb);
        """;

    private const string SelectAmendedAfter = """
        select distinct i.item_id from plan_amended_items i join plan_amendments a on a.id = i.amendment_id
        where a.plan_id = @plan and a.effective_on > @day and i.change = 'changed'
            and not exists (select from plan_amendment_cancellations c where c.amendment_id = a.id)
        """;

    private const string SelectBuiltUpon = """
        select other.amendment_id from plan_amended_items mine join plan_amended_items other on other.plan_id = mine.plan_id and other.item_id = mine.item_id
        where mine.amendment_id = @id and mine.change = 'added' and other.amendment_id <> @id
            and not exists (select from plan_amendment_cancellations c where c.amendment_id = other.amendment_id)
        limit 1
        """;

    private const string InsertCancellation =
        "insert into plan_amendment_cancellations (amendment_id, reason, actor, recorded_at) values (@id, @reason, @Subject, @At)";

    /// <summary>Keeps the amendment, its changes, and whom the names mean that it writes.</summary>
    public static Task Insert(this Work work, Amendment amendment, IReadOnlyList<AmendedParty> parties) => work.Connection.ExecuteAsync(work.Sql(InsertAmendment, new
    {
        amendment.Id,
        amendment.PlanId,
        AmendingPlanId = amendment.Document.PlanId,
        // Of a document of the register the register itself tells.
        Number = Named(amendment, amendment.Document.Number),
        IssuedOn = amendment.Document.PlanId is null ? amendment.Document.IssuedOn : null,
        Issuer = Named(amendment, amendment.Document.Issuer),
        Title = Named(amendment, amendment.Document.Title),
        amendment.EffectiveOn,
        amendment.Note,
        Actor = work.Caller.Subject,
        work.At,
        Items = new JsonArray([.. amendment.Changes.Select((change, index) => (JsonNode)Row(amendment, change, index + 1))]).ToJsonString(),
        Parties = JsonSerializer.Serialize(parties, RowJson.Options),
    }));

    /// <summary>The items that amendments of later days change.</summary>
    public static async Task<IReadOnlySet<Guid>> AmendedAfter(this Work work, Guid plan, DateOnly day) =>
        (await work.Connection.QueryAsync<Guid>(work.Sql(SelectAmendedAfter, new { plan, day }))).ToHashSet();

    /// <summary>An amendment that changes what this one adds.</summary>
    public static Task<Guid?> BuiltUpon(this Work work, Guid id) => work.Connection.QuerySingleOrDefaultAsync<Guid?>(work.Sql(SelectBuiltUpon, new { id }));

    public static Task Cancel(this Work work, Guid id, string reason) =>
        work.Connection.ExecuteAsync(work.Sql(InsertCancellation, new { id, reason, work.Caller.Subject, work.At }));

    private static string? Named(Amendment amendment, string? text) => amendment.Document.PlanId is null ? text : null;

    private static JsonObject Row(Amendment amendment, ItemChange change, int position)
    {
        var (was, now) = (Columns(change.Was), Columns(change.Now));
        return new()
        {
            ["amendment_id"] = amendment.Id,
            ["plan_id"] = amendment.PlanId,
            ["position"] = position,
            ["kind"] = change.ItemKind,
            ["item_id"] = change.ItemId,
            ["change"] = Words.Of(change.Kind),
            ["before"] = change.Before,
            ["after"] = change.After,
            ["fields"] = JsonSerializer.SerializeToNode(change.Fields, RowJson.Options),
            ["item"] = now?.DeepClone(),
            ["patch"] = now is null ? null : Patch(was ?? [], now),
        };
    }

    private static JsonObject Patch(JsonObject was, JsonObject now) =>
        new(now.Where(column => !was.TryGetPropertyValue(column.Key, out var before) || !JsonNode.DeepEquals(before, column.Value))
            .Select(column => KeyValuePair.Create(column.Key, column.Value?.DeepClone())));

    private static JsonObject? Columns(object? item) => item is null ? null : JsonSerializer.SerializeToNode(item, item.GetType(), RowJson.Options)!.AsObject();
}
