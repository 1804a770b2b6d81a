using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Amendments;

/// <summary>Lets amendments take effect whose day has come. Days late is fine: each does once, in the order of their days.</summary>
internal sealed class AmendPlans(NpgsqlDataSource source, OwnWork own, TimeProvider clock) : IJob
{
    private const string Due = """
        select a.id, a.plan_id from plan_amendments a
        where a.effective_on <= @today and not exists (select from plan_amendment_effects e where e.amendment_id = a.id)
            and not exists (select from plan_amendment_cancellations c where c.amendment_id = a.id)
        order by a.effective_on, a.ordinal
        """;

    public string Name => "amend-plans";
    public string Description => "Lets amendments take effect whose first day has come, each once.";
    public TimeSpan Interval => TimeSpan.FromMinutes(1);
    public bool RunsAtStart => true;

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var due = (await connection.QueryAsync<(Guid Id, Guid PlanId)>(new(Due, new { today = clock.Today() }, cancellationToken: ct))).AsList();
        var taken = 0;
        foreach (var (id, plan) in due)
            taken += await own.Run(Name, work => Take(work, plan, id), ct);
        return $"{taken} amendments took effect";
    }

    private static async Task<int> Take(Work work, Guid planId, Guid id)
    {
        // Held against whoever cancels it, and against another replica that does this.
        var plan = await work.RequirePlan(planId);
        var row = (await work.Connection.FindAmendment(planId, id, work.Cancellation))!;
        if (row.Version > 1)
            return 0;
        plan.MoveOn();
        await work.Save(plan);
        await work.TakeEffect(row.ToAmendment((await work.Connection.ChangesOf([id], work.Cancellation))[id]), plan);
        return 1;
    }
}
