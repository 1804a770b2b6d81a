using Dapper;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Ratings;

/// <summary>Keeps what persons say in the place of the rules.</summary>
internal static class OverrideStorage
{
    private const string Insert = """
        insert into rating_overrides (target_id, number, period, verdict, ruled, rule, reason, actor, overridden_at)
        select @target, coalesce(max(number), 0) + 1, @period, @verdict, @ruled, @Rule, @Reason, @By, @At from rating_overrides where target_id = @target;
        update ratings set version = version + 1 where target_id = @target returning version
        """;

    /// <summary>Puts a verdict on top of what the rules say, and announces it. The same again changes nothing.</summary>
    public static async Task Override(this Work work, TargetRow target, RatingRow rated, Verdict verdict, string reason)
    {
        var standing = rated.Standing;
        if (standing is { IsOutdated: false, Override: { } said } && (said.Verdict, said.Reason) == (verdict, reason))
            return;

        var made = Domain.Ratings.Override.Of(standing.Rating, standing.Period!, verdict, reason, work.Caller.Subject, work.At);
        var row = new
        {
            target = target.Id,
            period = made.Period.ToString(),
            verdict = made.Verdict.Word(),
            ruled = made.Over.Word(),
            made.Rule,
            made.Reason,
            made.By,
            made.At,
        };
        var version = await work.Connection.ExecuteScalarAsync<long>(work.Sql(Insert, row));
        work.Announce(
            new TargetRated(target.Id, target.PlanId, rated.ObservationId, rated.Period, made.Verdict.Word(), RatingRule.Overridden, rated.Satisfied),
            TargetService.TargetName.Of(target.Id),
            version);
    }
}
