using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Owners;

/// <summary>Suggests owners from the plan's own words, the surest first. Never applied by itself.</summary>
/// <param name="content">As it counts.</param>
/// <param name="duties">The section on organisation.</param>
/// <param name="around">What the issuer takes for granted on the day; null when the directory does not know it: then nobody is known.</param>
public sealed class SuggestingOwners(PlanContent content, IReadOnlyList<PlanOrganisationDuty> duties, Surroundings? around)
{
    private const int Most = 10;
    private const int MostSentences = 3;
    private const double Clear = 0.5;
    private const double Faint = 0.25;

    private readonly Dictionary<Guid, Plans.PlanTask> tasks = content.Tasks.ToDictionary(task => task.Id);
    private readonly DutyWords words = new(duties);
    private readonly Dictionary<string, Party> resolved = new(StringComparer.Ordinal);

    /// <summary>At most ten; leads before coordinating agencies, the surest first.</summary>
    public IReadOnlyList<OwnerSuggestion> For(OwnableItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return
        [
            .. Named(item).Concat(ByOrganisation(item)).Concat(ByTheme(item))
                .GroupBy(one => (one.AgencyId, Unknown: one.AgencyId is null ? one.Text : "", one.Role))
                .Select(same => same.MaxBy(one => one.Confidence)!)
                .OrderBy(one => one.Role).ThenByDescending(one => one.Confidence).Take(Most),
        ];
    }

    // What the task says itself; else the nearest task around the item that names a lead.
    private IEnumerable<OwnerSuggestion> Named(OwnableItem item)
    {
        var own = item.Kind is OwnableKind.Task ? tasks[item.Id] : null;
        if (own is { Lead: not null } or { Coordinating.Count: > 0 })
            return Of(own, SuggestionConfidence.High, SuggestionBasis.OwnWords);
        for (var above = own is null ? Around(item) : Parent(own); above is not null; above = Parent(above))
        {
            if (above.Lead is not null)
                return Of(above, SuggestionConfidence.Medium, SuggestionBasis.TaskAbove);
        }

        return [];
    }

    private IEnumerable<OwnerSuggestion> Of(Plans.PlanTask task, SuggestionConfidence confidence, SuggestionBasis basis)
    {
        var quote = Printed.Shortened(task.Heading);
        if (task.Lead is { } lead)
            yield return new(lead, Resolve(lead).AgencyId, OwnerRole.Lead, confidence, basis, quote);
        foreach (var name in task.Coordinating)
            yield return new(name, Resolve(name).AgencyId, OwnerRole.Coordinating, confidence, basis, quote);
    }

    private IEnumerable<OwnerSuggestion> ByOrganisation(OwnableItem item) =>
        from found in words.About(item).Where(found => found.Share >= Faint).Take(MostSentences)
        let confidence = found.Share >= Clear && found.Duty.Agencies.Count == 1 ? SuggestionConfidence.Medium : SuggestionConfidence.Low
        from name in found.Duty.Agencies
        let agency = Resolve(name).AgencyId
        where agency is not null
        select new OwnerSuggestion(name, agency, OwnerRole.Lead, confidence, SuggestionBasis.Organisation, found.Quote);

    private IEnumerable<OwnerSuggestion> ByTheme(OwnableItem item)
    {
        if (item.Theme is not { } theme || around is null)
            return [];
        var bySection = from found in words.OfTheme(theme)
                        from name in found.Duty.Agencies
                        let agency = Resolve(name).AgencyId
                        where agency is not null
                        select new OwnerSuggestion(name, agency, OwnerRole.Lead, SuggestionConfidence.Low, SuggestionBasis.Theme, found.Quote);
        var byName = AgencyFields.Of(theme, around)
            .Select(agency => new OwnerSuggestion(agency.Name, agency.Id, OwnerRole.Lead, SuggestionConfidence.Low, SuggestionBasis.Theme, Printed.Shortened(item.Text)));
        return byName.Concat(bySection);
    }

    // The innermost task that the words of a target stand in.
    private Plans.PlanTask? Around(OwnableItem item) => content.Tasks
        .Where(task => task.Span.Start <= item.Span.Start && item.Span.End <= task.Span.End).MinBy(task => task.Span.Length);

    private Plans.PlanTask? Parent(Plans.PlanTask task) => task.ParentId is { } parent ? tasks.GetValueOrDefault(parent) : null;

    private Party Resolve(string name)
    {
        if (around is null)
            return new(name, null, null);
        if (!resolved.TryGetValue(name, out var party))
            resolved[name] = party = PartyResolver.Resolve(name, around);
        return party;
    }
}
