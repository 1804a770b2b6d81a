using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.DirectoryCopy.Agencies;

namespace SocialPolicy.Reporting.Service.Reports;

internal sealed partial class ReportService
{
    private const string SelectPage = """
        select id, version, obligation_id, round_id, plan_id, agency_id, receiver_id, period, state, number, signer, signed_on,
            results, difficulties, proposals, nil, submission_count, written_by, approved_by, approved_at, created_at, updated_at
        from reports
        where case when submission_count = 0 then agency_id = any(@own) else @seen::uuid[] is null or agency_id = any(@seen) or receiver_id = any(@seen) end
            and (@plan::uuid is null or plan_id = @plan)
            and (@round::uuid is null or round_id = @round)
            and (@agency::uuid is null or agency_id = @agency)
            and (@state::text is null or state = @state)
            and (@beforeId::uuid is null or (created_at, id) < (@beforeTime::timestamptz, @beforeId::uuid))
        order by created_at desc, id desc
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListReportsResponse> ListReports(V1.ListReportsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 50, largest: 500);
        var after = PageToken.Decode<Position>(request, request.PageToken);
        var (plan, round) = (Names.Plan.Any(request.Plan, "plan"), Names.Round.Any(request.Round, "round"));
        var state = request.State.ToDomain("state") is { } known ? Words.Of(known) : null;
        var ct = call.CancellationToken;

        return requests.Read(call, async connection =>
        {
            var filter = new
            {
                own = (await connection.AgenciesOf(call.Caller(), clock.Today(), ct)).ToArray(),
                seen = await connection.AgenciesSeenBy(call.Caller(), clock.Today(), ct),
                plan,
                round,
                agency = request.Agency.Length == 0 ? (Guid?)null : (await connection.RequireAgency(request.Agency, "agency", ct)).Id,
                state,
                beforeId = after?.Id,
                beforeTime = after?.CreatedAt,
                limit = size + 1,
            };
            var rows = await connection.QueryAsync<ReportRow>(new(SelectPage, filter, cancellationToken: ct));
            var page = Page.Cut(rows.AsList(), size, request, row => new Position(row.CreatedAt, row.Id));
            return new V1.ListReportsResponse
            {
                Reports = { page.Items.Select(row => row.ToContract()) },
                NextPageToken = page.NextPageToken,
            };
        });
    }

    private sealed record Position(DateTimeOffset CreatedAt, Guid Id);
}
