using Dapper;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Documents;

/// <summary>
/// Plans published before there was a graph come into it here, each in a transaction of its own: which documents two texts mean is
/// decided by the domain, not by a migration. A plan that is in it already is left alone.
/// </summary>
internal sealed class EnterPlans(OwnWork own) : IJob
{
    private const string Next = """
        select p.* from plans p
        where p.state = 'published' and not exists (select from documents d where d.plan_id = p.id)
        order by p.created_at, p.id limit 1 for update of p
        """;

    public string Name => "enter-plans";
    public string Description => "Brings plans that were published before there was a graph of documents into it.";
    public TimeSpan Interval => TimeSpan.FromDays(1);
    public TimeSpan IntervalAfterFailure => TimeSpan.FromMinutes(5);
    public bool RunsAtStart => true;

    public async Task<string> Run(CancellationToken ct)
    {
        var entered = 0;
        while (await own.Run(Name, EnterNext, ct))
            entered++;
        return $"entered {entered} plans";
    }

    private static async Task<bool> EnterNext(Work work)
    {
        if (await work.Connection.QuerySingleOrDefaultAsync<PlanRow>(work.Sql(Next)) is not { } row)
            return false;
        await work.EnterGraph(row.ToPlan());
        return true;
    }
}
