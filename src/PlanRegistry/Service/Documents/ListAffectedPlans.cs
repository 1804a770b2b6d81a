using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;

namespace SocialPolicy.PlanRegistry.Service.Documents;

internal sealed partial class DocumentService
{
    private const string SelectTouched = """
        select d.id,
            (select count(*) from current_targets t where t.plan_id = d.plan_id and t.section <> 'vision')::int as targets,
            (select count(*) from current_duties t where t.plan_id = d.plan_id)::int as duties
        from document_standings(@ids, @on) s join documents d on d.id = s.id
        where s.in_force and d.plan_id is not null
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListAffectedPlansResponse> ListAffectedPlans(V1.ListAffectedPlansRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 500);
        var after = PageToken.Decode<Place>(request, request.PageToken);
        var way = request.Kinds.ToWay(request.On.ToDay("on") ?? clock.Today(), request.MaxDepth);
        return requests.Read(call, async connection =>
        {
            var walked = await connection.WalkFrom(request.Name, upward: false, way, call.CancellationToken);
            var ids = walked.Firsts.Select(step => step.Far).ToArray();
            var touched = (await connection.QueryAsync<Touched>(new(SelectTouched, new { ids, on = way.On }, cancellationToken: call.CancellationToken))).ToDictionary(row => row.Id);
            var steps = Behind(walked.Firsts, after).Where(step => touched.ContainsKey(step.Far));
            var page = Page.Cut([.. steps.Take(size + 1)], size, request, step => new Place(step.Depth, step.Far));
            var shown = await connection.Present(page.Items, way.On, call.CancellationToken);
            return new V1.ListAffectedPlansResponse
            {
                Plans = { page.Items.Zip(shown, (step, document) => Affected(document, walked.WayTo(step.Far), touched[step.Far])) },
                PlanCount = touched.Count,
                TargetCount = touched.Values.Sum(row => row.Targets),
                ReportingDutyCount = touched.Values.Sum(row => row.Duties),
                Truncated = walked.IsTruncated,
                NextPageToken = page.NextPageToken,
            };
        });
    }

    private static V1.ListAffectedPlansResponse.Types.AffectedPlan Affected(V1.RelatedDocument document, IEnumerable<Step> way, Touched counts) => new()
    {
        Document = document,
        Path = { way.Select(step => DocumentName.Of(step.Far)) },
        TargetCount = counts.Targets,
        ReportingDutyCount = counts.Duties,
    };

    private static IEnumerable<Step> Behind(IEnumerable<Step> steps, Place? after) =>
        after is null ? steps : steps.SkipWhile(step => step.Depth < after.Depth || (step.Depth == after.Depth && step.Far.CompareTo(after.Document) <= 0));

    private sealed class Touched
    {
        public Guid Id { get; init; }
        public int Targets { get; init; }
        public int Duties { get; init; }
    }
}
