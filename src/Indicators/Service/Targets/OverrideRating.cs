using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Service.Observations;
using SocialPolicy.Indicators.Service.Ratings;

namespace SocialPolicy.Indicators.Service.Targets;

internal sealed partial class TargetService
{
    private const int LongestOverride = 2_000;

    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Installation)]
    public override Task<V1.Target> OverrideRating(V1.OverrideRatingRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var verdict = VerdictWords.From(request.Verdict, "verdict");
            Check.All(new FieldsAreFilled("verdict", verdict is not null), new TextsFitTheirField("reason", request.Reason.Length, LongestOverride));
            var target = await work.RequireTarget(TargetName.Parse(request.Target, "target"), "target");
            var rated = (await work.Connection.RatingsOf([target.Id], work.Cancellation)).GetValueOrDefault(target.Id);
            Check.Rule(new OnlyRatedTargetsAreOverridden(target.Id, rated?.ObservationId is not null));

            await work.Override(target, rated!, verdict!.Value, GivenObservation.Storable(request.Reason));
            work.Audit(TargetName.Of(target.Id), verdict.Value.Word());
            var ratings = await work.Connection.RatingsOf([target.Id], work.Cancellation);
            return target.ToContract(ratings.Standing(target, settings));
        });
}
