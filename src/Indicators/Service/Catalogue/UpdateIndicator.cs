using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Catalogue;

namespace SocialPolicy.Indicators.Service.Catalogue;

internal sealed partial class IndicatorService
{
    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Installation)]
    public override Task<V1.Indicator> UpdateIndicator(V1.UpdateIndicatorRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var said = request.Indicator ?? new();
            var fields = request.UpdateMask?.Paths.Distinct().ToList() ?? [];
            Check.Rule(new FieldsAreFilled("update_mask", fields.Count > 0));
            Check.All(fields.Select(field => new FieldsCanBeChanged(field, IndicatorFields.All)));
            var before = await HoldToChange(work, said.Name, "indicator.name", request.Etag);

            var after = IndicatorFields.All.Where(fields.Contains).Aggregate(before, (indicator, field) => IndicatorFields.Take(field, indicator, said));
            Check.All(IndicatorRules.For(after));
            var measureChanges = after.Measure != before.Measure;
            Check.Rule(new MeasuredIndicatorsKeepTheirMeasure(before.Code, measureChanges, measureChanges && await work.IsMeasured(before.Id)));

            return await Keep(work, before, after, string.Join(", ", fields));
        });

    // The catalogue is held first: names that a plan is matched by do not change meanwhile.
    private static async Task<Indicator> HoldToChange(Work work, string name, string field, string etag)
    {
        await work.HoldCatalogue();
        var row = await work.HoldIndicator(name, field);
        Etag.MustMatch(etag, row.Version);
        Check.Rule(new RetiredIndicatorsStayAsTheyWere(row.Code, row.RetiredAt is not null));
        return row.ToDomain();
    }

    private static async Task<V1.Indicator> Keep(Work work, Indicator before, Indicator after, string change)
    {
        if (!after.Says(before))
            await work.Save([after with { Version = before.Version + 1, CuratedAt = before.CuratedAt ?? work.At }]);
        work.Audit(IndicatorName.Of(before.Id), change);
        return await Show(work, before.Id);
    }
}
