using System.Text.Json;
using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Amendments;

/// <summary>An amendment with what became of it; the document as the register has it now, or as it was named.</summary>
internal sealed class AmendmentRow
{
    public Guid Id { get; init; }
    public long Ordinal { get; init; }
    public Guid PlanId { get; init; }
    public Guid? AmendingPlanId { get; init; }
    public string? Number { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public string? Issuer { get; init; }
    public string? Title { get; init; }
    public DateOnly EffectiveOn { get; init; }
    public string Note { get; init; } = "";
    public string Actor { get; init; } = "";
    public DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? AnnouncedAt { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public string? CancelReason { get; init; }

    /// <summary>1 while scheduled; 2 once it is in effect or cancelled.</summary>
    public long Version => AnnouncedAt is null && CancelledAt is null ? 1 : 2;

    public Amendment ToAmendment(IEnumerable<ItemChange> changes) =>
        new(Id, PlanId, new(AmendingPlanId, Number, IssuedOn, Issuer, Title), EffectiveOn, Note, [.. changes]);
}

/// <summary>One change of an amendment, as it was decided.</summary>
internal sealed class ItemChangeRow
{
    public Guid AmendmentId { get; init; }
    public string Kind { get; init; } = "";
    public Guid ItemId { get; init; }
    public ChangeKind Change { get; init; }
    public string Before { get; init; } = "";
    public string After { get; init; } = "";
    public string Fields { get; init; } = "[]";
    public string? Item { get; init; }

    public ItemChange ToItemChange() => new(
        Change, Kind, ItemId, Before, After, JsonSerializer.Deserialize<List<FieldChange>>(Fields, RowJson.Options)!, Was: null, Item is null ? null : Kind switch
        {
            "target" => JsonSerializer.Deserialize<PlanTarget>(Item, RowJson.Options),
            "task" => JsonSerializer.Deserialize<Domain.Plans.PlanTask>(Item, RowJson.Options),
            _ => JsonSerializer.Deserialize<PlanDuty>(Item, RowJson.Options),
        });
}
