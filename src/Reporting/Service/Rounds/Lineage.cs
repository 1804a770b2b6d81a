using Dapper;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Rounds;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>Finds in the directory who has ended, and who took over in a round.</summary>
internal static class Lineage
{
    private const string SelectEnded = "select id from directory_agencies where id = any(@ids) and valid_to < @today";

    // Union, not union all: a circle in the directory ends where it began.
    private const string SelectInvolved = """
        with recursive line (origin, agency, counts, ended) as (
            select agency_id, agency_id, state <> 'exempted', exempt_reason is not distinct from 'AGENCY_ENDED' from obligations where round_id = @Id
            union
            select line.origin, heir, line.counts, line.ended
            from line join directory_agencies a on a.id = line.agency and a.valid_to < @today cross join unnest(a.succeeded_by) as heir
        )
        select agency as id, bool_or(agency = origin) as asked, bool_or(agency <> origin and counts) as answered,
            coalesce(array_agg(distinct origin) filter (where agency <> origin and ended), '{}') as left_by
        from line group by agency
        """;

    // Only who has ended has heirs: an end that is to come may still be taken back.
    private const string SelectDescent = """
        with recursive line (origin, agency) as (
            select id, id from directory_agencies where id = any(@ids) and valid_to < @today
            union
            select line.origin, heir from line join directory_agencies a on a.id = line.agency and a.valid_to < @today cross join unnest(a.succeeded_by) as heir
        )
        select origin, agency from line where agency <> origin
        """;

    /// <summary>Those of the agencies whose last day is over.</summary>
    public static async Task<IReadOnlySet<Guid>> Ended(this Work work, IEnumerable<Guid> agencies, DateOnly today) =>
        (await work.Connection.QueryAsync<Guid>(work.Sql(SelectEnded, new { ids = agencies.Distinct().ToArray(), today }))).ToHashSet();

    /// <summary>The same, each with who stands for it today; null without a sure answer.</summary>
    public static async Task<IReadOnlyDictionary<Guid, AskedAgency?>> StandIns(this Work work, IEnumerable<Guid> agencies, DateOnly today)
    {
        var ended = await work.Ended(agencies, today);
        var standing = await work.Connection.StandIns(ended, today, work.Cancellation);
        return ended.ToDictionary(agency => agency, agency => standing.GetValueOrDefault(agency)?.ToAsked());
    }

    /// <summary>Those of the agencies that have ended, each with all that took over from it, near and far.</summary>
    public static async Task<IReadOnlySet<(Guid Ended, Guid Heir)>> Descent(this Work work, IEnumerable<Guid> agencies, DateOnly today) =>
        (await work.Connection.QueryAsync<(Guid, Guid)>(work.Sql(SelectDescent, new { ids = agencies.Distinct().ToArray(), today }))).ToHashSet();

    /// <summary>Whom the round has asked, and all who took over from them.</summary>
    public static async Task<IReadOnlyList<Involved>> InvolvedIn(this Work work, Round round, DateOnly today) =>
        [.. (await work.Connection.QueryAsync<InvolvedRow>(work.Sql(SelectInvolved, new { round.Id, today }))).Select(row => new Involved(row.Id, row.Asked, row.Answered, row.LeftBy))];

    private sealed class InvolvedRow
    {
        public Guid Id { get; init; }
        public bool Asked { get; init; }
        public bool Answered { get; init; }
        public Guid[] LeftBy { get; init; } = [];
    }
}
