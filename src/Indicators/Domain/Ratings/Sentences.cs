using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>What an explanation is made of, in both languages.</summary>
internal static class Sentences
{
    private static readonly Dictionary<Verdict, Wording> Verdicts = new()
    {
        [Verdict.Met] = new("met", "đạt"),
        [Verdict.Exceeded] = new("exceeded", "vượt"),
        [Verdict.NotMet] = new("not met", "không đạt"),
    };

    private static readonly Dictionary<string, Wording> Comparators = new(StringComparer.Ordinal)
    {
        ["eq"] = new("", ""),
        ["ge"] = new("at least ", "ít nhất "),
        ["gt"] = new("more than ", "trên "),
        ["le"] = new("at most ", "không quá "),
        ["lt"] = new("less than ", "dưới "),
        ["range"] = new("from ", "từ "),
        ["approx"] = new("about ", "khoảng "),
    };

    /// <summary>A period, marked when its value is only expected.</summary>
    public static Wording Of(Measured measured) => measured.Estimate
        ? new($" for {measured.Period} (estimate)", $" kỳ {measured.Period} (ước thực hiện)")
        : new($" for {measured.Period}", $" kỳ {measured.Period}");

    /// <summary>What is demanded, which way is better, and what was assumed of it.</summary>
    public static Wording Of(Demand demand, string? unit) =>
        new Wording("; demanded is ", "; yêu cầu ") + Number(demand, unit) + Tolerance(demand) + Better(demand);

    /// <summary>What is demanded.</summary>
    public static Wording Number(Demand demand, string? unit) => Comparators[demand.Comparator]
        + (demand.Comparator == "range" && demand.Max is { } max
            ? Numbers.Say(demand.Value) + new Wording(" to ", " đến ") + Numbers.Say(max, unit)
            : Numbers.Say(demand.Value, unit));

    /// <summary>The verdict behind its inputs; one that is not due says when it is, and how it stands until then.</summary>
    public static Wording Close(Wording inputs, Verdict verdict, bool satisfied, TargetInForce target)
    {
        if (verdict is not Verdict.NotDue)
            return inputs + new Wording(": ", ": ") + Verdicts[verdict] + new Wording(".", ".");

        var standing = satisfied ? new Wording("satisfies", "đã đáp ứng") : new Wording("does not satisfy yet", "chưa đáp ứng");
        return new Wording($"Not due before the end of {target.Year}: ", $"Chưa đến hạn (hết năm {target.Year}): ") + inputs
            + new Wording("; as it stands it ", "; hiện ") + standing + new Wording(".", ".");
    }

    /// <summary>What the way to the target asks by then, and whether the value is that far.</summary>
    public static Wording OnTheWay(Weighed weighed, decimal path, bool kept, decimal tolerance, TargetInForce target) =>
        new Wording($"On the way to the end of {target.Year}: ", $"Trên đường đến hết năm {target.Year}: ") + weighed.Sentence
            + new Wording("; its path is at ", "; lộ trình ở mức ") + Numbers.Say(path, target.Unit)
            + new Wording(" by then (tolerance ", " (dung sai ") + Numbers.Say(tolerance, "%")
            + (kept ? new Wording(" of the way): on path.", " quãng đường): đúng lộ trình.") : new Wording(" of the way): off path.", " quãng đường): chậm so với lộ trình."));

    private static Wording Tolerance(Demand demand) => demand switch
    {
        { Comparator: "approx" } => new Wording(" (tolerance ±", " (dung sai ±") + Numbers.Say(demand.Rules.AboutTolerance, "%") + new Wording(")", ")"),
        { IsStrict: true, Rules.StrictCanBeExceeded: true } =>
            new Wording(" (exceeded beyond ", " (vượt khi hơn quá ") + Numbers.Say(demand.Rules.StrictMargin, "%") + new Wording(")", ")"),
        _ => new Wording("", ""),
    };

    private static Wording Better(Demand demand) => demand switch
    {
        { AssumesUp: true } => new(", taken for a floor since the target does not say which way is better", ", coi là mức tối thiểu vì chỉ tiêu không nêu chiều hướng"),
        { Comparator: "range", Direction: null } => new(", both ends count since the target does not say which way is better", ", xét cả hai đầu vì chỉ tiêu không nêu chiều hướng"),
        { Down: true, Comparator: "ge" or "gt" } or { Down: false, Comparator: "le" or "lt" } => new("", ""),
        { Down: true } => new(", less is better", ", càng thấp càng tốt"),
        _ => new(", more is better", ", càng cao càng tốt"),
    };
}
