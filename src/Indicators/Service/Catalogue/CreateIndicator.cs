using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Catalogue;

namespace SocialPolicy.Indicators.Service.Catalogue;

internal sealed partial class IndicatorService
{
    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Installation)]
    public override Task<V1.Indicator> CreateIndicator(V1.CreateIndicatorRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var indicator = GivenIndicator.New(request.Indicator ?? new(), Guid.CreateVersion7(work.At), work.At);
            Check.All(IndicatorRules.For(indicator));
            await work.HoldCatalogue();
            Check.Rule(new IndicatorCodesAreUnique(indicator.Code, (await work.CodesTaken([indicator.Code])).Contains(indicator.Code)));

            await work.Save([indicator]);
            work.Audit(IndicatorName.Of(indicator.Id), indicator.Code);
            return await Show(work, indicator.Id);
        });

    private static async Task<V1.Indicator> Show(Work work, Guid id) =>
        (await work.Connection.RequireIndicator(IndicatorName.Of(id), "name", work.Cancellation)).ToContract();
}
