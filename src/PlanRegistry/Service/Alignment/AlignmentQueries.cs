using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Alignment;
using SocialPolicy.PlanRegistry.Domain.Alignment.Rules;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Alignment;

/// <summary>Sets a plan beside the one above it.</summary>
internal static class AlignmentQueries
{
    // What a plan says it implements, where the register has it as a plan: the same number, and no other date where both state one.
    private const string SelectSuperiors = """
        select distinct above.id from plan_legal_bases b
        join search_entries e on e.kind = 'plan' and e.number_key = replace(search_fold(b.number), ' ', '') and e.id <> b.plan_id
        join plans above on above.id = e.id
            and (b.issued_on is null or above.issued_year is null or (extract(year from b.issued_on) = above.issued_year
                and (above.issued_month is null or extract(month from b.issued_on) = above.issued_month)
                and (above.issued_day is null or extract(day from b.issued_on) = above.issued_day)))
        where b.plan_id = @plan and b.relationship = 'implements' and above.id <> all(@hidden)
        order by above.id
        """;

    /// <summary>The check; among the plans above are none of those hidden from the caller.</summary>
    public static async Task<AlignmentCheck> RunCheck(this NpgsqlConnection connection, CheckedPlans asked, Guid[] hidden, CancellationToken ct)
    {
        await connection.RequireRow(asked.Plan, ct);
        var superior = asked.Superior ?? await connection.Superior(asked.Plan, hidden, ct);
        var report = VerticalCheck.Compare(await connection.Aligned(superior, ct), await connection.Aligned(asked.Plan, ct));
        return new(asked.Plan, superior, report, await connection.AcceptancesOf(asked.Plan, superior, ct));
    }

    /// <summary>
    /// The plan above without being named, by what the text says it implements: a plan is checked before it is published, when it
    /// is not in the graph of documents yet.
    /// </summary>
    private static async Task<Guid> Superior(this NpgsqlConnection connection, Guid plan, Guid[] hidden, CancellationToken ct)
    {
        var found = (await connection.QueryAsync<Guid>(new(SelectSuperiors, new { plan, hidden }, cancellationToken: ct))).AsList();
        Check.Rule(new ThePlanAboveIsInTheRegister(found.Count > 0));
        Check.Rule(new ThePlanAboveIsOne([.. found.Select(id => PlanService.PlanName.Of(id))]));
        return found[0];
    }

    private static async Task<AlignedPlan> Aligned(this NpgsqlConnection connection, Guid plan, CancellationToken ct) =>
        AlignedPlan.Of((await connection.RequireRow(plan, ct)).ToHeader(), (await connection.ContentOf(plan, ct)).Targets);

    private static async Task<PlanRow> RequireRow(this NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        var row = await connection.QuerySingleOrDefaultAsync<PlanRow>(new("select * from plans where id = @id", new { id }, cancellationToken: ct));
        Check.Rule(new PlansAreInTheRegister(id, row is not null));
        return row!;
    }
}
