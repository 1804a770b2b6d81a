using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Amendments;

internal sealed partial class AmendmentService
{
    private const string SelectPage = AmendmentQueries.Select + """
         where a.plan_id = @plan and (@afterDay::date is null or (a.effective_on, a.ordinal) > (@afterDay, @afterOrdinal))
        order by a.effective_on, a.ordinal
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListAmendmentsResponse> ListAmendments(V1.ListAmendmentsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 50, largest: 500);
        var after = PageToken.Decode<Position>(request, request.PageToken);
        var plan = PlanService.PlanName.Parse(request.Plan, "plan");
        return requests.Read(call, [plan], clock.Today(), async connection =>
        {
            var known = await connection.ExecuteScalarAsync<bool>(new("select exists (select from plans where id = @plan)", new { plan }, cancellationToken: call.CancellationToken));
            Check.Rule(new PlansAreInTheRegister(plan, known));
            var rows = await connection.QueryAsync<AmendmentRow>(new(
                SelectPage,
                new { plan, afterDay = after?.Day, afterOrdinal = after?.Ordinal, limit = size + 1 },
                cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new Position(row.EffectiveOn, row.Ordinal));
            var changes = await connection.ChangesOf([.. page.Items.Select(row => row.Id)], call.CancellationToken);
            return new V1.ListAmendmentsResponse
            {
                Amendments = { page.Items.Select(row => row.ToContract(changes[row.Id])) },
                NextPageToken = page.NextPageToken,
            };
        });
    }

    private sealed record Position(DateOnly Day, long Ordinal);
}
