using System.Security.Cryptography;
using System.Text;
using Dapper;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Reporting.Domain.Consolidations;
using SocialPolicy.Reporting.Domain.Reports;
using SocialPolicy.Reporting.Service.Rounds;
using SocialPolicy.Reporting.Service.Storage;

namespace SocialPolicy.Reporting.Service.Consolidations;

/// <summary>What consolidating loads and keeps.</summary>
internal static class ConsolidationStorage
{
    private const string SelectContributions = """
        select o.id as obligation_id, o.agency_id, o.requested, r.id as report_id, r.submission_count, r.state, coalesce(r.lines::text, '[]') as lines
        from obligations o left join reports r on r.obligation_id = o.id and r.state in ('submitted', 'accepted')
            left join directory_agencies a on a.id = o.agency_id
        where o.round_id = @round and o.state <> 'exempted' order by a.name, o.id
        """;

    private const string InsertNext = """
        insert into consolidations (id, round_id, plan_id, agency_id, period, version, includes_submitted, sources_sha256,
            children, missing, lines, actor, created_at)
        values (@Id, @RoundId, @PlanId, @ReceiverId, @Period,
            (select coalesce(max(version), 0) + 1 from consolidations where round_id = @RoundId), @includeSubmitted, @Sources,
            @Children::jsonb, @Missing::jsonb, @Lines::jsonb, @Subject, @At)
        returning version
        """;

    /// <summary>Every obligation of the round with the report that is with its receiver, by name of the agency.</summary>
    public static async Task<IReadOnlyList<Contribution>> ContributionsTo(this Work work, Guid round)
    {
        var rows = await work.Connection.QueryAsync<ContributionRow>(work.Sql(SelectContributions, new { round }));
        return [.. rows.Select(row => row.ToContribution())];
    }

    /// <summary>The one that was made of the same submissions.</summary>
    public static Task<Guid?> FindSame(this Work work, Guid round, Consolidated consolidated) => work.Connection.QuerySingleOrDefaultAsync<Guid?>(work.Sql(
        "select id from consolidations where round_id = @round and sources_sha256 = @Sources", new { round, Sources = Hash(consolidated) }));

    /// <summary>Its version. The round is held, so that versions follow each other.</summary>
    public static Task<int> Insert(this Work work, Guid id, RoundRow round, Consolidated consolidated, bool includeSubmitted) =>
        work.Connection.ExecuteScalarAsync<int>(work.Sql(InsertNext, new
        {
            Id = id,
            RoundId = round.Id,
            round.PlanId,
            round.ReceiverId,
            round.Period,
            includeSubmitted,
            Sources = Hash(consolidated),
            Children = RowJson.Write(consolidated.Children),
            Missing = RowJson.Write(consolidated.Missing),
            Lines = RowJson.Write(consolidated.Lines),
            work.Caller.Subject,
            work.At,
        }));

    private static byte[] Hash(Consolidated consolidated) => SHA256.HashData(Encoding.UTF8.GetBytes(consolidated.Sources));

    private sealed class ContributionRow
    {
        public Guid ObligationId { get; init; }
        public Guid AgencyId { get; init; }
        public bool Requested { get; init; }
        public Guid? ReportId { get; init; }
        public int? SubmissionCount { get; init; }
        public string? State { get; init; }
        public string Lines { get; init; } = "[]";

        public Contribution ToContribution() => new(
            ObligationId,
            AgencyId,
            Requested,
            ReportId is { } report ? new Child(report, AgencyId, SubmissionCount!.Value, Accepted: State == "accepted") : null,
            RowJson.Read<PinnedLine[]>(Lines));
    }
}
