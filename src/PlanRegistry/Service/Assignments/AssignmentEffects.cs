using Dapper;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

/// <summary>Tells of published plans in which a name means somebody else from a day on that has come.</summary>
internal static class AssignmentEffects
{
    // What was said before the publication is in its announcement, as far as its day had come.
    private const string Due = """
        select a.* from party_assignments a join plans p on p.id = a.plan_id
        where p.state = 'published' and a.valid_from <= @today and (@plan::uuid is null or a.plan_id = @plan)
            and not exists (select from party_assignment_effects e where e.assignment_id = a.id)
            and not (a.assigned_at < p.published_at and a.valid_from <= (p.published_at at time zone 'Asia/Ho_Chi_Minh')::date)
        order by a.plan_id, a.sequence
        """;

    private const string InsertEffects = "insert into party_assignment_effects (assignment_id, plan_version, announced_at) select id, @Version, @At from unnest(@ids) as id";

    /// <summary>The published plans of which there is something to tell.</summary>
    public static async Task<IReadOnlyList<Guid>> PlansToTellOf(this Npgsql.NpgsqlConnection connection, DateOnly today, CancellationToken ct) =>
        [.. (await connection.QueryAsync<AssignmentRow>(new(Due, new { today, plan = (Guid?)null }, cancellationToken: ct))).Select(row => row.PlanId).Distinct()];

    /// <summary>Tells of one plan, once; how many names it was about.</summary>
    public static async Task<int> TellOf(this Work work, Guid planId)
    {
        var plan = await work.RequirePlan(planId);
        var today = work.At.InVietnam();
        var due = (await work.Connection.QueryAsync<AssignmentRow>(work.Sql(Due, new { today, plan = (Guid?)planId }))).AsList();
        if (plan.State is not PlanState.Published || due.Count == 0)
            return 0;
        plan.MoveOn();
        await work.Save(plan);
        await work.Connection.ExecuteAsync(work.Sql(InsertEffects, new { plan.Version, work.At, ids = due.Select(row => row.Id).ToArray() }));
        var content = await work.Connection.ContentOf(plan.Id, work.Cancellation);
        var parties = await work.Connection.PartiesOn(plan.Id, content, new Moment(today, work.At), work.Cancellation);
        work.Announce(
            AmendmentAnnouncement.Of([.. due.Select(row => row.ToAssignment())], plan, content, parties, plan.PublishedAt!.Value.InVietnam()), PlanService.PlanName.Of(plan.Id), plan.Version);
        return due.Count;
    }
}
