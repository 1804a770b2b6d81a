using System.Globalization;
using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Assignments;
using SocialPolicy.PlanRegistry.Domain.Assignments.Rules;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

internal sealed partial class AssignmentService
{
    private const int LongestReason = 500;
    private const int LongestMatching = 200;
    private const string SelectNew = "select * from party_assignments where id = any(@ids) order by sequence";

    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.AssignPartiesResponse> AssignParties(V1.AssignPartiesRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            MustBeWhole(request);
            var on = request.ValidFrom.ToDay("valid_from") ?? work.At.InVietnam();
            await work.HoldDirectoryVersion();
            var (intended, names) = request.Rule is { } rule ? await ByRule(rule, on, work) : await OneByOne(request.Assignments, on, work);

            var decided = Assigning.Decide(intended, names, on, request.Reason.Trim(), work.At);

            await work.Insert(decided.New);
            await work.MustReachRemembered(decided.New);
            await work.Remember(decided.New, on);
            foreach (var plan in decided.New.Select(one => one.PlanId).Distinct().Order())
                await work.TellOf(plan);
            work.Audit("partyAssignments", $"{decided.New.Count} assigned, {decided.Unchanged} as they were");
            var rows = await work.Connection.QueryAsync<AssignmentRow>(work.Sql(SelectNew, new { ids = decided.New.Select(one => one.Id).ToArray() }));
            return new V1.AssignPartiesResponse { Assignments = { rows.Select(row => row.ToContract()) }, UnchangedCount = decided.Unchanged };
        });

    private static void MustBeWhole(V1.AssignPartiesRequest request) => Check.All(
        new AssignmentsAreWhole("assignments", request.Assignments.Count > 0 != (request.Rule is not null)),
        new AssignmentsAreFew(request.Assignments.Count, Assigning.Most),
        new FieldsAreFilled("reason", request.Reason.Trim().Length > 0),
        new TextsFitTheirField("reason", request.Reason.Length, LongestReason),
        new TextsFitTheirField("rule.matching", request.Rule?.Matching.Length ?? 0, LongestMatching));

    private static async Task<(IReadOnlyList<IntendedAssignment>, IReadOnlyList<NameInPlan>)> ByRule(V1.AssignPartiesRequest.Types.Rule rule, DateOnly on, Work work)
    {
        PartyRole[] roles = rule.Roles.Count > 0
            ? [.. rule.Roles.Select(role => role.ToDomain("rule.roles")).OfType<PartyRole>()]
            : [PartyRole.Reporter, PartyRole.Addressee, PartyRole.Via];
        Check.All(new FieldsAreFilled("rule.predecessor", rule.Predecessor.Length > 0), new FieldsAreFilled("rule.heir", rule.Heir.Length > 0));
        var hidden = await work.Connection.HiddenFrom(work.Caller, work.At.InVietnam(), work.Cancellation);
        var plan = await work.Connection.RequireAnyPlan(rule.Plan, "rule.plan", hidden, work.Cancellation);
        var predecessor = await work.Connection.RequireAgency(rule.Predecessor, "rule.predecessor", work.Cancellation);
        var heir = await work.Connection.RequireAgencyInForce(rule.Heir, "rule.heir", on, work.Cancellation);
        work.Admit();
        var names = await OfKeptPlans(await work.NamesThatMean(predecessor.Id, roles, plan, rule.Matching, on), work);
        return (Assigning.ByRule(predecessor.Codes[0], heir.Id, names), names);
    }

    // A rule is about what its maker keeps, and leaves the plans of others as they are.
    private static async Task<IReadOnlyList<NameInPlan>> OfKeptPlans(IReadOnlyList<NameInPlan> names, Work work)
    {
        var kept = new HashSet<Guid>();
        foreach (var plan in names.Select(name => name.PlanId).Distinct())
        {
            if (await work.Keeps(plan))
                kept.Add(plan);
        }

        return [.. names.Where(name => kept.Contains(name.PlanId))];
    }

    private static async Task<(IReadOnlyList<IntendedAssignment>, IReadOnlyList<NameInPlan>)> OneByOne(
        IReadOnlyList<V1.AssignPartiesRequest.Types.Assignment> given, DateOnly on, Work work)
    {
        var intended = new List<IntendedAssignment>();
        foreach (var (index, one) in given.Index())
            intended.Add(await Read(one, string.Create(CultureInfo.InvariantCulture, $"assignments[{index}]"), on, work));
        var names = new List<NameInPlan>();
        foreach (var plan in intended.Select(one => one.PlanId).Distinct())
            names.AddRange(await work.NamesOf(plan, on));
        return (intended, names);
    }

    private static async Task<IntendedAssignment> Read(V1.AssignPartiesRequest.Types.Assignment given, string path, DateOnly on, Work work)
    {
        var role = given.Role.ToDomain($"{path}.role");
        Check.All(new FieldsAreFilled($"{path}.role", role is not null), new FieldsAreFilled($"{path}.duty", given.Duty.Length > 0));
        var (plan, duty) = role is PartyRole.Issuer
            ? (PlanService.PlanName.Parse(given.Duty, $"{path}.duty"), (Guid?)null)
            : ContentMapping.DutyName.ParseAll(given.Duty, $"{path}.duty") is [var owner, var own] ? (owner, own) : default;
        var agency = given.Agency.Length > 0 ? await work.Connection.RequireAgencyInForce(given.Agency, $"{path}.agency", on, work.Cancellation) : null;
        var group = given.Group is null ? null : await work.Connection.GroupOf(given.Group, $"{path}.group", on, work.Cancellation);
        return new(plan, new(duty, role!.Value, Math.Max(1, given.Position)), agency?.Id, group, given.Remember);
    }
}
