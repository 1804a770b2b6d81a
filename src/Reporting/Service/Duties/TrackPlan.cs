using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Service.Rounds;

namespace SocialPolicy.Reporting.Service.Duties;

internal sealed partial class DutyService
{
    private const string SelectKeepers = """
        select issuer_agency_id, true from plans where id = @plan and issuer_agency_id is not null
        union
        select (party ->> 'agency_id')::uuid, false
        from duties d, jsonb_array_elements(d.addressees || jsonb_build_array(d.via)) as party
        where d.plan_id = @plan and d.ended_at is null and party ->> 'agency_id' is not null
        """;

    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.TrackPlanResponse> TrackPlan(V1.TrackPlanRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var plan = Names.Plan.Parse(request.Plan, "plan");
            var from = request.TrackFrom.ToDay("track_from");
            Check.Rule(new FieldsAreFilled("track_from", from is not null));
            await MustKeep(plan, work);
            Check.Rule(new TrackingStartsInReach(from!.Value, await YearsOf(plan, work), work.At.InVietnam()));

            await work.Connection.ExecuteAsync(work.Sql("update plans set track_from = @from where id = @plan", new { plan, from }));
            var opened = new List<Guid>();
            foreach (var duty in await work.DutiesOf(plan))
                opened.AddRange(await work.LookAt(duty.Id));

            work.Audit(request.Plan, $"from {from:yyyy-MM-dd}: {opened.Count} rounds opened");
            var duties = await work.DutiesOf(plan);
            return new V1.TrackPlanResponse
            {
                Duties = { duties.Select(duty => duty.ToContract(work.At.InVietnam())) },
                OpenedRounds = { opened.Select(id => Names.Round.Of(id)) },
            };
        });

    // The registrars who reach its issuer, and the focal officers of its issuer and of those its rounds go to.
    private static async Task MustKeep(Guid plan, Work work)
    {
        var (caller, on, ct) = (work.Caller, work.At.InVietnam(), work.Cancellation);
        var keepers = (await work.Connection.QueryAsync<(Guid Agency, bool Issues)>(work.Sql(SelectKeepers, new { plan }))).AsList();
        var kept = caller.IsUnbounded
            || (caller.IsAny(Role.Registrar) && await work.Connection.Reaches(caller, [.. keepers.Where(one => one.Issues).Select(one => one.Agency)], on, ct))
            || (caller.IsAny(Role.FocalOfficer) && await work.Connection.ActsFor(caller, [.. keepers.Select(one => one.Agency)], on, ct));
        Check.Rule(new PlansAreKeptByTheirOwn(plan, kept));
        work.Admit();
    }

    // Held, so that two who set the day take turns.
    private static async Task<PlanYears> YearsOf(Guid plan, Work work)
    {
        var years = await work.Connection.QuerySingleOrDefaultAsync<PlanYears>(
            work.Sql("""select first_year as "First", last_year as "Last" from plans where id = @plan for update""", new { plan }));
        Check.Rule(new TrackedPlansAreAdopted(plan, years is not null));
        return years!;
    }
}
