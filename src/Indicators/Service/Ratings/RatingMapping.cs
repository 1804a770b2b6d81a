using Google.Protobuf.WellKnownTypes;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Service.Observations;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Ratings;

/// <summary>Ratings in the words of the contract.</summary>
internal static class RatingMapping
{
    /// <summary>How a target stands, also when nobody has observed it.</summary>
    public static V1.Rating Standing(this IReadOnlyDictionary<Guid, RatingRow> ratings, TargetRow target, RatingSettings settings) =>
        ratings.TryGetValue(target.Id, out var row) ? row.ToContract() : Rater.Of(target.ToDomain(), null, settings).ToContract(null, null);

    /// <summary>With the verdict that counts: the person's, where one said otherwise than the rules.</summary>
    public static V1.Rating ToContract(this RatingRow row)
    {
        var standing = row.Standing;
        var contract = standing.Rating.ToContract(row.ObservationId, row.RatedAt);
        contract.Verdict = standing.Verdict.ToContract();
        if (standing.Override is { } person)
        {
            contract.Override = new()
            {
                Verdict = person.Verdict.ToContract(),
                Ruled = person.Over.ToContract(),
                Rule = person.Rule,
                Period = person.Period.ToString(),
                Reason = person.Reason,
                Actor = person.By,
                OverrideTime = person.At.ToTimestamp(),
                Outdated = standing.IsOutdated,
            };
        }

        return contract;
    }

    /// <param name="rating">The rating.</param>
    /// <param name="observation">What it rests on; null without data.</param>
    /// <param name="at">When it was rated; null without data.</param>
    public static V1.Rating ToContract(this Rating rating, Guid? observation, DateTimeOffset? at)
    {
        var contract = new V1.Rating
        {
            Verdict = rating.Verdict.ToContract(),
            Rule = rating.Rule,
            Explanation = rating.Explanation.English,
            ExplanationVi = rating.Explanation.Vietnamese,
            PercentOfTarget = rating.PercentOfTarget,
            Observation = observation is { } id ? ObservationService.ObservationName.Of(id) : "",
            RateTime = at?.ToTimestamp(),
            Inputs = { rating.Inputs.Select(ToContract) },
        };
        if (rating.Satisfied is { } satisfied)
            contract.Satisfied = satisfied;
        return contract;
    }

    private static V1.Rating.Types.Input ToContract(RatingInput input) => new()
    {
        Name = input.Name,
        Label = input.Label.English,
        LabelVi = input.Label.Vietnamese,
        Value = input.Value.English,
        ValueVi = input.Value.Vietnamese,
    };
}
