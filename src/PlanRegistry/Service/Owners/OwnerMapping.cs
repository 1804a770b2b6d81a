using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Owners;

/// <summary>Owners in the words of the contract, and back.</summary>
internal static class OwnerMapping
{
    private static readonly WirePairs<OwnableKind, V1.OwnableKind> Kinds = new((OwnableKind.Target, V1.OwnableKind.Target), (OwnableKind.Task, V1.OwnableKind.Task));

    private static readonly WirePairs<OwnerRole, V1.OwnerSuggestion.Types.Role> Roles = new(
        (OwnerRole.Lead, V1.OwnerSuggestion.Types.Role.Lead),
        (OwnerRole.Coordinating, V1.OwnerSuggestion.Types.Role.Coordinating));

    private static readonly WirePairs<SuggestionConfidence, V1.OwnerSuggestion.Types.Confidence> Confidences = new(
        (SuggestionConfidence.Low, V1.OwnerSuggestion.Types.Confidence.Low),
        (SuggestionConfidence.Medium, V1.OwnerSuggestion.Types.Confidence.Medium),
        (SuggestionConfidence.High, V1.OwnerSuggestion.Types.Confidence.High));

    private static readonly WirePairs<SuggestionBasis, V1.OwnerSuggestion.Types.Basis> Bases = new(
        (SuggestionBasis.OwnWords, V1.OwnerSuggestion.Types.Basis.OwnWords),
        (SuggestionBasis.TaskAbove, V1.OwnerSuggestion.Types.Basis.TaskAbove),
        (SuggestionBasis.Organisation, V1.OwnerSuggestion.Types.Basis.Organisation),
        (SuggestionBasis.Theme, V1.OwnerSuggestion.Types.Basis.Theme));

    private static readonly WirePairs<UnownedCause, V1.ListUnownedResponse.Types.UnownedItem.Types.Cause> Causes = new(
        (UnownedCause.NeverAssigned, V1.ListUnownedResponse.Types.UnownedItem.Types.Cause.NeverAssigned),
        (UnownedCause.Withdrawn, V1.ListUnownedResponse.Types.UnownedItem.Types.Cause.Withdrawn),
        (UnownedCause.LeadEnded, V1.ListUnownedResponse.Types.UnownedItem.Types.Cause.LeadEnded));

    /// <summary>The resource name of an item.</summary>
    public static string NameIn(this OwnableItem item, Guid plan) =>
        item.Kind is OwnableKind.Target ? ContentMapping.TargetName.Of(plan, item.Id) : ContentMapping.TaskName.Of(plan, item.Id);

    /// <summary>An item with its owners on a day.</summary>
    public static V1.OwnedItem ToContract(this OwnableItem item, Guid plan, OwnerAssignment? counting, KnownAgencies agencies, DateOnly on) => new()
    {
        Item = item.NameIn(plan),
        Kind = Kinds.Of(item.Kind),
        Numbering = item.Numbering,
        Text = item.Text,
        Theme = item.Theme ?? "",
        Lead = counting?.Owners.LeadId is { } lead ? agencies.ToContract(lead, on) : null,
        Coordinating = { counting?.Owners.CoordinatingIds.Select(agency => agencies.ToContract(agency, on)) ?? [] },
        From = counting?.From.ToContract(),
        Actor = counting?.Actor ?? "",
        AssignTime = counting?.At.ToTimestamp(),
        Reason = counting?.Reason ?? "",
    };

    public static V1.OwnerAssignment ToContract(this OwnerAssignment assignment, KnownAgencies agencies) => new()
    {
        Act = assignment.Act,
        From = assignment.From.ToContract(),
        Lead = assignment.Owners.LeadId is { } lead ? agencies.ToContract(lead, assignment.From) : null,
        Coordinating = { assignment.Owners.CoordinatingIds.Select(agency => agencies.ToContract(agency, assignment.From)) },
        Actor = assignment.Actor,
        Time = assignment.At.ToTimestamp(),
        Reason = assignment.Reason ?? "",
    };

    public static V1.OwnerSuggestion ToContract(this OwnerSuggestion suggestion, KnownAgencies agencies, DateOnly on) => new()
    {
        Text = suggestion.Text,
        Agency = suggestion.AgencyId is { } agency ? agencies.ToContract(agency, on) : null,
        Role = Roles.Of(suggestion.Role),
        Confidence = Confidences.Of(suggestion.Confidence),
        Basis = Bases.Of(suggestion.Basis),
        Quote = suggestion.Quote,
    };

    public static V1.OwnerAgency ToContract(this KnownAgencies agencies, Guid id, DateOnly on) => new()
    {
        Agency = DirectoryService.AgencyName.Of(id),
        Code = agencies[id].Codes[0],
        DisplayName = agencies[id].Name,
        InForce = agencies.IsInForce(id, on),
        SucceededBy = { agencies.IsInForce(id, on) ? [] : agencies[id].SucceededBy.Select(heir => DirectoryService.AgencyName.Of(heir)) },
    };

    public static V1.ListUnownedResponse.Types.UnownedItem.Types.Cause ToContract(this UnownedCause cause) => Causes.Of(cause);

    /// <summary>Null for both; VALUE_UNKNOWN for a value of a later contract.</summary>
    public static OwnableKind? ToDomain(this V1.OwnableKind kind, string field) => Kinds.From(kind, field);

    /// <summary>Everybody whom the items name on the day.</summary>
    public static IEnumerable<Guid> NamedOn(this OwnerBook book, IEnumerable<OwnableItem> items, DateOnly on) =>
        items.Select(item => book.History.OwnersOn(item.Id, on)).SelectMany(owners => owners.CoordinatingIds.Concat(owners.LeadId is { } lead ? [lead] : []));
}
