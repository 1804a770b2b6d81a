using System.Text.Json;
using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>Plans as callers see them. <c>today</c> is the day from which on next deadlines count; without a moment the content is as it is now.</summary>
internal static class PlanQueries
{
    private const string SelectOverviews = "select * from plan_overviews where id = any(@plans)";

    private const string SelectDatedDuties = """
        select plan_id, duty from current_duties
        where plan_id = any(@plans) and (duty ->> 'deadline_day' is not null or duty ->> 'once_on' is not null)
        """;

    /// <summary>What a command answers with: the plan as the command leaves it.</summary>
    public static Task<V1.Plan> Show(this Work work, Guid id) => work.Connection.FullPlan(id, work.At.InVietnam(), work.Cancellation);

    public static async Task<V1.Plan> FullPlan(this NpgsqlConnection connection, Guid id, DateOnly today, CancellationToken ct, Moment? moment = null)
    {
        var plan = await connection.BasicPlan(id, today, ct);
        Check.Rule(new PlansAreKnownSinceTheyWereTakenIn(id, plan.CreateTime.ToDateTimeOffset(), moment?.KnownAt));
        await connection.Complete(plan, id, today, ct, moment);
        return plan;
    }

    public static async Task<V1.Plan> BasicPlan(this NpgsqlConnection connection, Guid id, DateOnly today, CancellationToken ct)
    {
        var found = await connection.BasicPlans([id], today, ct);
        Check.Rule(new PlansAreInTheRegister(id, found.ContainsKey(id)));
        return found[id];
    }

    /// <summary>Those of the plans that exist, in one round trip.</summary>
    public static async Task<IReadOnlyDictionary<Guid, V1.Plan>> BasicPlans(
        this NpgsqlConnection connection, IReadOnlyList<Guid> ids, DateOnly today, CancellationToken ct)
    {
        await using var answers = await connection.QueryMultipleAsync(new($"{SelectOverviews}; {SelectDatedDuties}", new { plans = ids }, cancellationToken: ct));
        var rows = (await answers.ReadAsync<PlanRow>()).AsList();
        return Present(rows, await answers.ReadAsync<DutyRow>(), today);
    }

    /// <summary>Header, counts and next deadline of each row.</summary>
    public static async Task<IReadOnlyDictionary<Guid, V1.Plan>> Present(
        this NpgsqlConnection connection, IReadOnlyList<PlanRow> rows, DateOnly today, CancellationToken ct)
    {
        var plans = rows.Select(row => row.Id).ToArray();
        return Present(rows, await connection.QueryAsync<DutyRow>(new(SelectDatedDuties, new { plans }, cancellationToken: ct)), today);
    }

    private static Dictionary<Guid, V1.Plan> Present(IEnumerable<PlanRow> rows, IEnumerable<DutyRow> dated, DateOnly today)
    {
        var duties = dated.ToLookup(row => row.PlanId, row => JsonSerializer.Deserialize<PlanDuty>(row.Duty, RowJson.Options)!);
        return rows.ToDictionary(row => row.Id, row => row.ToContract(duties[row.Id], today));
    }

    /// <summary>Adds to a plan what the full view shows.</summary>
    public static async Task Complete(this NpgsqlConnection connection, V1.Plan plan, Guid id, DateOnly today, CancellationToken ct, Moment? moment = null)
    {
        var content = await connection.ContentOf(id, ct, moment);
        plan.Add(content, today);
        plan.Add(await connection.CorrectionsOf(id, ct));
        plan.Add(plan.State is V1.Plan.Types.State.Published
            ? await connection.PartiesOn(id, content, moment ?? new Moment(today, null), ct)
            : await connection.FindParties(id, plan.ToHeader(), content, today, ct));
    }

    private sealed class DutyRow
    {
        public Guid PlanId { get; init; }
        public string Duty { get; init; } = "";
    }
}
