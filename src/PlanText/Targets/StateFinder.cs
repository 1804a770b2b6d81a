using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Finds what a clause asserts without a number beside its values: a state that is to be reached or kept.</summary>
internal sealed class StateFinder(Token[] tokens, ValueOpenings openings)
{
    private const int FewestWords = 4;
    private const int Farthest = 7;

    /// <summary>
    /// Where a state ends that stands before the first indicator ("Hoàn thành phổ cập ..., tỷ lệ đi học đạt 98%"); <paramref name="from"/>
    /// when none does.
    /// </summary>
    public int LeadingEnd(int from, int to, Quantity first)
    {
        if (TargetWords.Universals.IsAt(tokens, from) || (TargetWords.Changes.IsAt(tokens, from) && IsShareOfSome(first, to)))
            return StateBefore(from, first);
        if (!TargetWords.AchieveVerbs.IsAt(tokens, from))
            return StateBeforeDeed(from, first);
        for (var i = from + 3; i < first.At; i++)
        {
            if (tokens[i].Text is "," && TargetWords.StrongHeads.IsAt(tokens, i + 1))
                return i;
        }

        return from;
    }

    // "Trung tâm có khu khám riêng và dành tối thiểu 10% số giường": what stands before the deed is a state of its own.
    private int StateBeforeDeed(int from, Quantity first)
    {
        var opening = openings.BeforeComparator(from, first.At);
        var separator = opening - 1;
        return separator - from > FewestWords && tokens[separator].Is("và") && TargetWords.Deeds.IsAt(tokens, opening) && States.IsIn(tokens.AsSpan(from, separator - from)) ? separator : from;
    }

    private static readonly PhraseTable<bool> States = Phrases.Of("có", "được", "là");

    // "... đạt 95%, bảo đảm mức sinh thay thế", "... đạt 95% dân số năm 2026 và bao phủ toàn dân năm 2030": a state of its own after a
    // value that ends its clause.
    private int VerbAfter(int from, Quantity last, int to)
    {
        if (!openings.HasHead(from, last.At))
            return to;
        var farthest = Math.Min(to - FewestWords, last.End + Farthest);
        for (var i = last.End; i < farthest; i++)
        {
            if (tokens[i].Text is "," or "và" && TargetWords.AchieveVerbs.IsAt(tokens, i + 1) && (i == last.End ? tokens[i].Is(",") : Years.First(tokens, i, to) is not null))
                return i;
        }

        return to;
    }

    /// <summary>Where a state begins behind the last value; <paramref name="to"/> when none does.</summary>
    public int Trailing(int from, Quantity last, int to) => UniversalAfter(last.End, to) ?? VerbAfter(from, last, to);

    // "75% trẻ em tự kỷ và toàn bộ người cao tuổi cô đơn được ...", "... đạt 90%, tất cả các xã đều có ...": all of them is an assertion
    // of its own.
    private int? UniversalAfter(int from, int to)
    {
        for (var i = from; i < to - FewestWords; i++)
        {
            if (tokens[i].Text is "," or "và" && TargetWords.Universals.IsAt(tokens, i + 1) && TargetWords.Predicates.IsIn(tokens.AsSpan(i + 1, to - i - 1)))
                return i;
        }

        return null;
    }

    // "Toàn bộ thôn, bản có điện và 98% hộ dân được dùng điện", "Giảm số vụ bạo lực và 90% nạn nhân được tư vấn": where the first
    // quantity's own assertion begins.
    private int StateBefore(int from, Quantity first)
    {
        var separator = openings.SeparatorEndingAt(from, openings.BeforeComparator(from, first.At));
        return separator - from > FewestWords - 1 && (TargetWords.Changes.IsAt(tokens, from) || TargetWords.Predicates.IsIn(tokens.AsSpan(from, separator - from))) ? separator : from;
    }

    // "90% nạn nhân được tư vấn".
    private bool IsShareOfSome(Quantity quantity, int to)
    {
        if (!quantity.IsPercent || quantity.End + 1 >= to || !tokens[quantity.End].IsWord || TargetWords.Predicates.IsAt(tokens, quantity.End) || TargetWords.Against.IsAt(tokens, quantity.End) || Years.At(tokens, quantity.End, to) is not null)
            return false;
        for (var i = quantity.End + 1; i < to; i++)
        {
            if (TargetWords.Predicates.IsAt(tokens, i))
                return true;
            if (tokens[i].IsNumber)
                return false;
        }

        return false;
    }

    /// <summary>
    /// Where the clause ends without a rest ("... không quá 310 tỷ đồng, còn lại là vốn doanh nghiệp"), which is what the value leaves and
    /// no part of what it measures.
    /// </summary>
    public int WithoutRest(Quantity last, int to)
    {
        for (var i = last.End; i + 1 < to; i++)
        {
            if (tokens[i].Is(",") && Rest.IsAt(tokens, i + 1))
                return i;
        }

        return to;
    }

    private static readonly PhraseTable<bool> Rest = Phrases.Of("còn lại", "phần còn lại", "số còn lại");
}
