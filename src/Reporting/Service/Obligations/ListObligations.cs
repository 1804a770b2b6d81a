using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Obligations;

namespace SocialPolicy.Reporting.Service.Obligations;

internal sealed partial class ObligationService
{
    private const string SelectPage = $"""
        {ObligationRow.Select}
        where (@plan::uuid is null or o.plan_id = @plan)
            and (@round::uuid is null or o.round_id = @round)
            and (@agency::uuid is null or o.agency_id = @agency)
            and (@receiver::uuid is null or o.receiver_id = @receiver)
            and (@seen::uuid[] is null or o.agency_id = any(@seen) or o.receiver_id = any(@seen))
            and (@states::text[] is null or o.state = any(@states))
            and (@since::timestamptz is null or o.updated_at >= @since)
            and (@afterId::uuid is null or (o.due, o.id) > (@afterDue::date, @afterId::uuid))
        order by o.due, o.id
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListObligationsResponse> ListObligations(V1.ListObligationsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 1000);
        var after = PageToken.Decode<Position>(request, request.PageToken);
        var (plan, round) = (Names.Plan.Any(request.Plan, "plan"), Names.Round.Any(request.Round, "round"));
        var states = request.States.Select(state => state.ToDomain("states")).OfType<ObligationState>().Select(Words.Of).ToArray();
        var since = request.UpdatedSince?.ToTime("updated_since");
        var (today, ct) = (clock.Today(), call.CancellationToken);

        return requests.Read(call, async connection =>
        {
            var filter = new
            {
                plan,
                round,
                agency = request.Agency.Length == 0 ? (Guid?)null : (await connection.RequireAgency(request.Agency, "agency", ct)).Id,
                receiver = request.Receiver.Length == 0 ? (Guid?)null : (await connection.RequireAgency(request.Receiver, "receiver", ct)).Id,
                seen = await connection.AgenciesSeenBy(call.Caller(), today, ct),
                states = states.Length == 0 ? null : states,
                since,
                afterDue = after?.Due,
                afterId = after?.Id,
                limit = size + 1,
            };
            var rows = await connection.QueryAsync<ObligationRow>(new(SelectPage, filter, cancellationToken: ct));
            var page = Page.Cut(rows.AsList(), size, request, row => new Position(row.Due, row.Id));
            return new V1.ListObligationsResponse
            {
                Obligations = { page.Items.Select(row => row.ToContract(today)) },
                NextPageToken = page.NextPageToken,
            };
        });
    }

    private sealed record Position(DateOnly Due, Guid Id);
}
