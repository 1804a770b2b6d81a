using Npgsql;
using SocialPolicy.PlanRegistry.Domain.Assignments;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Plans;
using Reason = SocialPolicy.PlanRegistry.V1.UnassignedParty.Types.Reason;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

/// <summary>Shows names that wait: why, and whom they may mean. What surrounds a unit is asked once.</summary>
internal sealed class Queue(NpgsqlConnection connection, DateOnly on, CancellationToken ct)
{
    private readonly Dictionary<Guid, Surroundings> surroundings = [];
    private readonly Dictionary<Guid, IReadOnlyDictionary<Guid, string?>> contents = [];
    private IReadOnlyList<(DirectoryAgency Agency, DirectoryUnit Unit)>? issuers;

    public async Task<IReadOnlyList<V1.UnassignedParty>> Show(IReadOnlyList<(PlanRow Plan, WaitingName Waiting)> page)
    {
        var heirs = await connection.HeirsOf([.. page.Where(one => one.Waiting.Ended).Select(one => one.Waiting.Name.Party.AgencyId!.Value).Distinct()], on, ct);
        var shown = new List<V1.UnassignedParty>(page.Count);
        foreach (var (plan, waiting) in page)
        {
            var (reason, candidates) = await Why(waiting, heirs);
            shown.Add(await Show(plan, waiting, reason, candidates));
        }

        return shown;
    }

    private async Task<(Reason, IReadOnlyList<Candidate>)> Why(WaitingName waiting, ILookup<Guid, Candidate> heirs)
    {
        var name = waiting.Name;
        if (waiting.Ended)
            return (Reason.Ended, [.. heirs[name.Party.AgencyId!.Value]]);
        if (name.Party.Group is not null)
            return (Reason.EmptyGroup, []);
        if (name.Place.Role is PartyRole.Issuer)
            return (Reason.Nobody, PartyExplainer.LikelyIssuers(name.Party.Text, issuers ??= (await connection.PossibleIssuers(on, ct)).Candidates));
        if (waiting.Unit is not { } unit)
            return (Reason.Nobody, []);
        if (!surroundings.TryGetValue(unit, out var around))
            surroundings[unit] = around = await connection.AroundUnit(unit, on, ct);
        var resolution = PartyExplainer.Explain(name.Party.Text, around);
        return (resolution.FitsSeveral ? Reason.Several : Reason.Nobody, resolution.Party.AgencyId is { } known
            ? [new Candidate(known, resolution.Confidence!.Value, resolution.Why)]
            : resolution.Candidates);
    }

    private async Task<V1.UnassignedParty> Show(PlanRow plan, WaitingName waiting, Reason reason, IEnumerable<Candidate> candidates) => new()
    {
        Plan = PlanService.PlanName.Of(plan.Id),
        PlanTitle = plan.Title ?? "",
        Published = plan.State is PlanState.Published,
        Duty = AssignmentMapping.DutyOf(plan.Id, waiting.Name.Place.DutyId),
        Role = waiting.Name.Place.Role.ToContract(),
        Position = waiting.Name.Place.Position,
        Text = waiting.Name.Party.Text,
        Content = waiting.Name.Place.DutyId is { } duty ? (await ContentsOf(plan.Id))[duty] ?? "" : "",
        Reason = reason,
        EndedAgency = waiting.Ended ? DirectoryService.AgencyName.Of(waiting.Name.Party.AgencyId!.Value) : "",
        Candidates = { await connection.Show(candidates, ct) },
    };

    private async Task<IReadOnlyDictionary<Guid, string?>> ContentsOf(Guid plan)
    {
        if (!contents.TryGetValue(plan, out var known))
            contents[plan] = known = (await connection.ContentOf(plan, ct)).Duties.ToDictionary(duty => duty.Id, duty => duty.Content);
        return known;
    }
}
