using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Reporting.Domain.Duties;

namespace SocialPolicy.Reporting.Service.Duties;

/// <summary>What commands load.</summary>
internal static class DutyQueries
{
    /// <summary>The duty, held against others that open its rounds until this work ends.</summary>
    public static async Task<DutyRow> RequireDuty(this Work work, Guid id)
    {
        var row = await work.Hold<DutyRow>($"{DutyRow.Select} where d.id = @id for update of d", new { id });
        Check.Rule(new DutiesAreInForce(id, row is not null));
        return row!;
    }

    /// <summary>The duties of a plan in the order of its text.</summary>
    public static async Task<IReadOnlyList<DutyRow>> DutiesOf(this Work work, Guid plan)
    {
        var rows = await work.Connection.QueryAsync<DutyRow>(
            work.Sql($"{DutyRow.Select} where d.plan_id = @plan and d.ended_at is null order by d.position", new { plan }));
        return rows.AsList();
    }
}
