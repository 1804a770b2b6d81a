using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Where the words that open a value begin ("đạt ít nhất", "đến năm 2028 có"), and what divides it from the assertion before.</summary>
internal sealed class ValueOpenings(Token[] tokens, QuantityScanner scanner)
{
    /// <summary>Where the comparator of the value at the token begins, with "đạt" or "có" and the year before it.</summary>
    public int BeforeComparator(int from, int at)
    {
        while (at > from)
        {
            var length = scanner.LengthBefore(TargetWords.Comparators, from, at, out _);
            if (length == 0)
                length = scanner.LengthBefore(TargetWords.Fillers, from, at, out _);
            if (length == 0)
                length = scanner.LengthBefore(TargetWords.Strivings, from, at, out _);
            if (length == 0)
                length = scanner.LengthBefore(TargetWords.AchieveVerbs, from, at, out _);
            if (length == 0)
                length = DeedsBefore(from, at);
            if (length == 0)
                length = YearLength(from, at);
            if (length == 0)
                return at;
            at -= length;
        }

        return at;
    }

    // "cải tạo, nâng cấp 31 trạm": several deeds done to the same.
    private int DeedsBefore(int from, int at)
    {
        var length = scanner.LengthBefore(TargetWords.Deeds, from, at, out _);
        for (var more = length; more > 0;)
        {
            var start = at - length;
            var separated = start - 1 > from && tokens[start - 1].Text is "," or "và";
            more = separated ? scanner.LengthBefore(TargetWords.Deeds, from, start - 1, out _) : 0;
            length += more > 0 ? more + 1 : 0;
        }

        return length;
    }

    // "..., đến năm 2028 có ít nhất 05 mô hình": tokens of the year that ends there.
    private int YearLength(int from, int at)
    {
        if (at - 2 < from || Years.At(tokens, at - 2, at) is null)
            return 0;
        var start = at - 2;
        while (start > from && tokens[start - 1].Text is "đến" or "vào" or "trong" or "cuối" or "hết")
            start--;
        return at - start;
    }

    /// <summary>Where the comma, "và" or "trong đó" begins that ends at the token; -1 when there is none.</summary>
    public int SeparatorEndingAt(int from, int at)
    {
        var start = at;
        while (start > from && (tokens[start - 1].Text is "," or "và"))
            start--;
        var partOf = scanner.LengthBefore(TargetWords.PartOf, from, start, out _);
        return start < at || partOf > 0 ? start - partOf : -1;
    }

    public bool IsSeparator(int at, int to) => at < to && (tokens[at].Text is "," or "và" || TargetWords.PartOf.IsAt(tokens, at));

    /// <summary>Whether words stand before the value that name what it measures.</summary>
    public bool HasHead(int from, int at) => at > from && BeforeComparator(from, at) > from + 1;
}
