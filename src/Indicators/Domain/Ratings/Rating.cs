namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>How a target stands (đánh giá).</summary>
public enum Verdict
{
    /// <summary>Chưa có số liệu.</summary>
    NoData,

    /// <summary>Chưa đến hạn; never counted as a failure.</summary>
    NotDue,

    /// <summary>Đạt.</summary>
    Met,

    /// <summary>Vượt.</summary>
    Exceeded,

    /// <summary>Không đạt.</summary>
    NotMet,

    /// <summary>Shown, not rated: a person judges.</summary>
    NotRated,

    /// <summary>Đúng lộ trình: not due, and as far as the way to the target asks by then.</summary>
    OnPath,

    /// <summary>Chậm so với lộ trình: not due, and behind the way to the target; never counted as a failure.</summary>
    OffPath,

    /// <summary>Chờ đánh giá: due, and only a person can say.</summary>
    NeedsJudgement,
}

/// <summary>A verdict with the rule it follows from and its inputs in words.</summary>
/// <param name="Verdict">How the target stands.</param>
/// <param name="Rule">A stable word of <see cref="RatingRule"/>.</param>
/// <param name="Explanation">Rule and inputs in one sentence.</param>
/// <param name="Satisfied">Whether the value satisfies the demand as it stands; null where no rule can say.</param>
/// <param name="PercentOfTarget">Value as a percentage of the demanded one, one decimal; empty where that says nothing.</param>
public sealed record Rating(Verdict Verdict, string Rule, Wording Explanation, bool? Satisfied = null, string PercentOfTarget = "")
{
    /// <summary>What the verdict rests on, one by one; none where there is nothing to rest on.</summary>
    public IReadOnlyList<RatingInput> Inputs { get; init; } = [];

    /// <summary>The explanation is made of the inputs: ratings that say the same rest on the same.</summary>
    public bool Equals(Rating? other) => other is not null && Said == other.Said;

    public override int GetHashCode() => Said.GetHashCode();

    private (Verdict, string, Wording, bool?, string) Said => (Verdict, Rule, Explanation, Satisfied, PercentOfTarget);
}

/// <summary>The same in both languages.</summary>
public sealed record Wording(string English, string Vietnamese)
{
    /// <summary>One after the other, in each language.</summary>
    public static Wording operator +(Wording left, Wording right) => new(left.English + right.English, left.Vietnamese + right.Vietnamese);
}
