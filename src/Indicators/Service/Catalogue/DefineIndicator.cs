using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Indicators.Domain.Catalogue;

namespace SocialPolicy.Indicators.Service.Catalogue;

internal sealed partial class IndicatorService
{
    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Installation)]
    public override Task<V1.Indicator> DefineIndicator(V1.DefineIndicatorRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var version = GivenIndicator.DefinitionOf(request.Definition ?? new(), work.Caller.Subject, work.At);
            var before = await HoldToChange(work, request.Name, "name", request.Etag);

            var after = before with { Definitions = Definition.Add(before.Definitions, version) };

            return await Keep(work, before, after, $"definition {after.Definitions.Count}");
        });
}
