using SocialPolicy.Indicators.Domain.Ratings;

namespace SocialPolicy.Indicators.Domain.Statistics;

/// <summary>What numbers say, or why they say nothing: exactly one of both.</summary>
public sealed record Finding<T>
    where T : class
{
    private Finding(T? said, Refusal? refused) => (Said, Refused) = (said, refused);

    /// <summary>What they say; null when they say nothing.</summary>
    public T? Said { get; }

    /// <summary>Why they say nothing; null when they do.</summary>
    public Refusal? Refused { get; }

    public static implicit operator Finding<T>(T said) => new(said, null);

    public static implicit operator Finding<T>(Refusal refused) => new(null, refused);
}

/// <summary>Why numbers say nothing: a word that stays the same for programs, a sentence for people.</summary>
public sealed record Refusal(string Reason, Wording Explanation)
{
    internal static Refusal TooFew(int given, int fewest) => new("TOO_FEW_VALUES", new(
        $"There are {given} values, and fewer than {fewest} say nothing.",
        $"Chỉ có {given} giá trị, cần ít nhất {fewest}."));

    internal static Refusal NotAhead(int newest, int year) => new("YEAR_NOT_AHEAD", new(
        $"The newest value is of {newest}: {year} does not lie ahead of it.",
        $"Số liệu mới nhất là của năm {newest}, năm {year} không còn ở phía trước."));

    internal static Refusal FromZero(string period) => new("CHANGE_FROM_ZERO", new(
        $"A relative change cannot be counted from 0 for {period}.",
        $"Không tính được mức tăng, giảm tương đối từ 0 kỳ {period}."));

    internal static Refusal OtherPeriod(string period, string before) => new("NOT_A_YEAR_BEFORE", new(
        $"{before} is not the same period a year before {period}.",
        $"Kỳ {before} không phải cùng kỳ năm trước của kỳ {period}."));
}
