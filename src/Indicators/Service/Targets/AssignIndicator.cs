using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Service.Catalogue;
using SocialPolicy.Indicators.Service.Ratings;

namespace SocialPolicy.Indicators.Service.Targets;

internal sealed partial class TargetService
{
    private const int LongestReason = 1_000;

    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Installation)]
    public override Task<V1.Target> AssignIndicator(V1.AssignIndicatorRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            Check.Rule(new TextsFitTheirField("reason", request.Reason.Length, LongestReason));
            var id = TargetName.Parse(request.Target, "target");
            await work.HoldCatalogue();
            var target = await work.RequireTarget(id);
            Etag.MustMatch(request.Etag, target.IndicatorVersion);
            var indicator = (await work.Connection.RequireIndicator(request.Indicator, "indicator", work.Cancellation)).ToDomain();
            var asked = target.ToDomain();
            Check.Rule(new RetiredIndicatorsStayAsTheyWere(indicator.Code, indicator.RetiredAt is not null));
            Check.Rule(new TargetsAskForTheirKind(id, indicator.Code, IndicatorMatcher.IsOfTheKind(asked, indicator)));
            Check.Rule(new TargetsAskInTheirUnit(id, asked.Unit ?? "", indicator.Measure.Unit, IndicatorMatcher.IsOfTheUnit(asked, indicator)));

            await work.GiveIndicators([new(id, indicator.Id, IndicatorBasis.Person)], request.Reason.Trim());
            work.Audit(TargetName.Of(id), $"spp:{indicator.Code}");
            var given = await work.Connection.TargetNow(id, work.Cancellation);
            await work.Rate(given, settings);
            var ratings = await work.Connection.RatingsOf([id], work.Cancellation);
            return given.ToContract(ratings.Standing(given, settings));
        });
}
