using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.Indicators.Domain.Ratings;

namespace SocialPolicy.Indicators.Service.Ratings;

/// <summary>Verdicts in rows, in facts and in the contract.</summary>
internal static class VerdictWords
{
    private static readonly (Verdict Verdict, string Word)[] Words =
    [
        (Verdict.NoData, "no_data"),
        (Verdict.NotDue, "not_due"),
        (Verdict.Met, "met"),
        (Verdict.Exceeded, "exceeded"),
        (Verdict.NotMet, "not_met"),
        (Verdict.NotRated, "not_rated"),
        (Verdict.OnPath, "on_path"),
        (Verdict.OffPath, "off_path"),
        (Verdict.NeedsJudgement, "needs_judgement"),
    ];

    private static readonly WirePairs<Verdict, V1.Rating.Types.Verdict> Contract = new(
        (Verdict.NoData, V1.Rating.Types.Verdict.NoData),
        (Verdict.NotDue, V1.Rating.Types.Verdict.NotDue),
        (Verdict.Met, V1.Rating.Types.Verdict.Met),
        (Verdict.Exceeded, V1.Rating.Types.Verdict.Exceeded),
        (Verdict.NotMet, V1.Rating.Types.Verdict.NotMet),
        (Verdict.NotRated, V1.Rating.Types.Verdict.NotRated),
        (Verdict.OnPath, V1.Rating.Types.Verdict.OnPath),
        (Verdict.OffPath, V1.Rating.Types.Verdict.OffPath),
        (Verdict.NeedsJudgement, V1.Rating.Types.Verdict.NeedsJudgement));

    public static string Word(this Verdict verdict) => Words.Single(pair => pair.Verdict == verdict).Word;

    public static Verdict Parse(string word) => Words.Single(pair => pair.Word == word).Verdict;

    /// <summary>Null for none. Throws VALUE_UNKNOWN.</summary>
    public static Verdict? From(V1.Rating.Types.Verdict verdict, string field) => Contract.From(verdict, field);

    public static V1.Rating.Types.Verdict ToContract(this Verdict verdict) => Contract.Of(verdict);
}
