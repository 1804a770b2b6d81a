using Dapper;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>
/// Answers about published plans, kept while they hold. All that is shown of one follows from its version, from what was said of its names
/// and from the day: each call asks the database for the first two, so that no replica shows what another has changed. Plans that are not
/// published are asked for anew, because the directory says whom their names mean.
/// </summary>
/// <param name="mostBytes">How much is kept, as on the wire; in memory it is about three times as much. What was asked for long ago goes first.</param>
internal sealed class PublishedPlans(long mostBytes = PublishedPlans.UsualBytes) : IDisposable
{
    private const long UsualBytes = 32 * 1024 * 1024;

    private const string SelectStanding = """
        select version, state, (select count(*) from party_assignments where plan_id = p.id) as said from plans p where id = @id
        """;

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = mostBytes });

    /// <summary>How many answers are kept.</summary>
    public int Count => answers.Count;

    /// <summary>The plan as it is now. The answer belongs to every caller: it is never changed. Throws PLAN_NOT_FOUND.</summary>
    public async Task<V1.Plan> Show(NpgsqlConnection connection, Caller caller, Guid id, bool basic, DateOnly today, CancellationToken ct)
    {
        // Asked before what it stands for: an answer may be newer than it says, and is read again then, but is never older.
        var standing = await connection.QuerySingleOrDefaultAsync<Standing>(new(SelectStanding, new { id }, cancellationToken: ct));
        Check.Rule(new PlansAreInTheRegister(id, standing is not null));
        if (answers.TryGetValue((id, basic), out Answer? kept) && kept!.Standing == standing && kept.Day == today)
            return kept.Plan;

        if (standing!.State is not PlanState.Published)
            await connection.MustSee(caller, [id], today, ct);
        var plan = basic ? await connection.BasicPlan(id, today, ct) : await connection.FullPlan(id, today, ct);
        if (standing.State is PlanState.Published)
            answers.Set((id, basic), new Answer(standing, today, plan), new MemoryCacheEntryOptions { Size = plan.CalculateSize() });
        return plan;
    }

    public void Dispose() => answers.Dispose();

    private sealed record Standing
    {
        public long Version { get; init; }
        public PlanState State { get; init; }
        public long Said { get; init; }
    }

    private sealed record Answer(Standing Standing, DateOnly Day, V1.Plan Plan);
}
