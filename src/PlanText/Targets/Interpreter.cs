using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Turns one piece into a target: comparator, change, unit, direction, population.</summary>
internal sealed class Interpreter(Flow flow, QuantityScanner scanner)
{
    private const int YearLength = 2;
    private const int FarthestTrailing = 5;
    private const int FarthestLead = 4;
    private readonly Token[] tokens = flow.Tokens;

    public Target Read(Piece piece, int? year)
    {
        var (start, end) = (tokens[piece.From].Start, tokens[piece.To - 1].End);
        var baseline = Years.Baseline(tokens, piece.From, piece.To);
        var target = new Target
        {
            Text = flow.Words(start, end),
            Span = flow.Span(start, end),
            Year = YearOf(piece) ?? year,
            Kind = TargetKind.Achieve,
            Comparator = Comparator.Achieve,
            Theme = Themes.Of(tokens.AsSpan(piece.From, piece.To - piece.From)),
            IndicatorCode = IndicatorCodes.Of(tokens.AsSpan(piece.From, piece.To - piece.From)),
            Geography = Places.In(flow, piece.From, piece.To),
            Baseline = baseline.To > baseline.From ? flow.Words(tokens[baseline.From].Start, tokens[baseline.To - 1].End) : null,
            Indicator = flow.Words(start, end),
        };
        return piece.Quantity is { } quantity ? Measured(target, piece, quantity) : target;
    }

    // "Tăng từ 31,2% (năm 2025) lên 40% (năm 2030)": the year of the value stands behind it.
    private int? YearOf(Piece piece)
    {
        var rises = piece.Quantity is { } value && scanner.Scan(piece.From, value.At).Count > 0;
        return (rises ? Years.First(tokens, piece.Quantity!.End, piece.To) : null) ?? Years.First(tokens, piece.From, piece.To) ?? Years.LastWithin(tokens, piece.From, piece.To);
    }

    private Target Measured(Target target, Piece piece, Quantity quantity)
    {
        var (comparator, opening, doubled) = Comparison(piece, quantity);
        var change = Change(piece, quantity, comparator);
        var perYear = change is not null && (TargetWords.PerYear.IsIn(Slice(piece.From, piece.To)) || quantity.Denominator is "năm");
        var flags = new List<string>();
        if (doubled)
            flags.Add(Flag.DoubleComparator);
        if (quantity.IsPercent && change is null && (quantity.Value > 100 || (quantity.Value == 100 && comparator == Comparator.Gt)))
            flags.Add(Flag.ImpossibleValue);
        if (change is not null && quantity.Unit is "lần")
            flags.Add(Flag.AmbiguousIncrease);

        return target with
        {
            Kind = TargetKind.Quantitative,
            Comparator = change ?? comparator,
            Bound = change is null ? null : comparator,
            PerYear = perYear,
            Value = quantity.Value,
            ValueMax = quantity.Max,
            Unit = Unit(piece, quantity, change, perYear),
            Direction = DirectionOf(piece, quantity, change, comparator, opening),
            Population = Population(piece, quantity),
            Indicator = IndicatorOf(piece, quantity, opening),
            Conditions = Conditions(piece, quantity),
            Flags = flags,
        };
    }

    // "100% người có công được chăm lo toàn diện, có mức sống từ trung bình khá": of a share several things are to hold together.
    private List<string> Conditions(Piece piece, Quantity quantity)
    {
        var conditions = new List<string>();
        if (!quantity.IsPercent || quantity.At - piece.From > FarthestLead)
            return conditions;
        var start = quantity.End;
        while (start < piece.To && !IsCondition(start))
            start++;
        for (var i = start + 1; i <= piece.To && start < piece.To; i++)
        {
            var ends = i == piece.To || (tokens[i].Text is "," or "và" && IsCondition(i + 1));
            if (!ends)
                continue;
            conditions.Add(Between(start, i));
            start = i + 1;
        }

        return conditions.Count > 1 ? conditions : [];
    }

    private bool IsCondition(int at) => ConditionWords.IsAt(tokens, at) && !Having.IsAt(tokens, at);

    // Whom it is about, not what is to hold.
    private static readonly PhraseTable<bool> Having = Phrases.Of("có công", "có hoàn cảnh", "có nhu cầu", "có điều kiện", "có nguy cơ", "có việc làm", "có lao động", "có khả năng", "có người", "có trẻ em", "được phát hiện");
    private static readonly PhraseTable<bool> ConditionWords = Phrases.Of("được", "có", "đạt", "bảo đảm", "đảm bảo", "không còn", "không có");

    private ReadOnlySpan<Token> Slice(int from, int to) => tokens.AsSpan(from, to - from);

    /// <summary>The comparator nearest to the number wins; "trở lên" after it outranks a bare number.</summary>
    private (Comparator Comparator, int Opening, bool Doubled) Comparison(Piece piece, Quantity quantity)
    {
        Comparator? nearest = null;
        var doubled = false;
        var at = quantity.At;
        while (at > piece.From)
        {
            var length = scanner.LengthBefore(TargetWords.Comparators, piece.From, at, out var found);
            if (length == 0)
                length = Slips.LengthBefore(tokens, piece.From, at, out found);
            if (length > 0)
            {
                doubled |= nearest is not null;
                nearest ??= found;
            }
            else if ((length = scanner.LengthBefore(TargetWords.Fillers, piece.From, at, out _)) == 0)
            {
                break;
            }

            at -= length;
        }

        var comparator = Trailing(piece, quantity) ?? nearest ?? Comparator.Eq;
        return (quantity.Max is null ? comparator : Comparator.Range, at, doubled);
    }

    // "96,2% dân số trở lên": whom it is counted on may stand between.
    private Comparator? Trailing(Piece piece, Quantity quantity)
    {
        var opened = quantity.At > piece.From && tokens[quantity.At - 1].Is("từ");
        var last = Math.Min(piece.To, quantity.End + (opened ? 2 * FarthestTrailing : FarthestTrailing));
        for (var i = quantity.End; i < last; i++)
        {
            if (TargetWords.Trailing.Match(tokens, i, out var trailing) > 0)
                return trailing;
            if (Slips.At(tokens, i, piece.To) is { } slip)
                return slip;
            if (!tokens[i].IsWord || tokens[i].Is("từ") || TargetWords.Predicates.IsAt(tokens, i))
                break;
        }

        // "từ 6.500 người tham gia bảo hiểm xã hội tự nguyện trở lên": what "từ" opened is closed at the end.
        return opened && quantity.Max is null && scanner.LengthBefore(TargetWords.Trailing, quantity.End, piece.To, out var closing) > 0 ? closing : null;
    }

    private Comparator? Change(Piece piece, Quantity quantity, Comparator comparator)
    {
        for (var i = quantity.At - 1; i >= piece.From; i--)
        {
            if (TargetWords.Arrivals.IsAt(tokens, i))
                return null;
            if (TargetWords.Changes.Match(tokens, i, out var change) == 0 || IsPolicyName(piece, i))
                continue;
            var adjacent = scanner.LengthBefore(TargetWords.Comparators, piece.From, quantity.At, out _) + 1 >= quantity.At - i;
            return adjacent || comparator is not (Comparator.Lt or Comparator.Le) ? change : null;
        }

        return null;
    }

    private bool IsPolicyName(Piece piece, int at) =>
        TargetWords.NotChanges.IsAt(tokens, at)
        || (at > piece.From && TargetWords.NotChanges.IsAt(tokens, at - 1) && !(at > piece.From + 1 && tokens[at - 2].Is("tham") && tokens[at - 1].Is("gia")));

    // A change of a rate is counted in percentage points, not in per cent.
    private string? Unit(Piece piece, Quantity quantity, Comparator? change, bool perYear)
    {
        if (change is null || !quantity.IsPercent)
            return quantity.Denominator is null ? quantity.Unit ?? "chỉ số" : $"{quantity.Unit}/{quantity.Denominator}";
        var head = Slice(piece.From, quantity.At);
        var counted = AmountWords.IsIn(head) || CountHeads.Find(head) >= 0 || AmountWords.IsAt(tokens, quantity.End) || (IsNoun(quantity.End, piece.To) && !RateWords.IsAt(tokens, quantity.End));
        var rate = TargetWords.Rates.IsIn(head) || ((perYear || RateWords.IsIn(head)) && !counted);
        var unit = rate ? "điểm %" : "%";
        return perYear ? unit + "/năm" : unit;
    }

    // "giảm 10% hộ gia đình có bạo lực": the share is one of those it names.
    private bool IsNoun(int at, int to) =>
        at + 1 < to && tokens[at].IsWord && !TargetWords.Predicates.IsAt(tokens, at) && !TargetWords.Binders.IsAt(tokens, at) && !TargetWords.Against.IsAt(tokens, at)
        && !TargetWords.PerYear.IsAt(tokens, at) && !TargetWords.Trailing.IsAt(tokens, at) && Years.At(tokens, at, to) is null && UnitWords.Known.IsAt(tokens, at);

    private static readonly PhraseTable<bool> RateWords = Phrases.Of("hộ nghèo", "thất nghiệp", "suy dinh dưỡng", "tử vong");

    // What is counted or paid grows by a share of itself.
    private static readonly PhraseTable<bool> AmountWords = Phrases.Of(
        "số người", "số hộ", "số lượng", "số lượt", "số vụ", "số lao động", "số trẻ em", "số học sinh", "số ca", "chi", "mức chi", "kinh phí", "ngân sách", "thu nhập", "doanh thu", "giá trị", "năng suất", "sản lượng", "quy mô", "nguồn vốn", "dư nợ", "tổng số", "tổng");

    private Direction DirectionOf(Piece piece, Quantity quantity, Comparator? change, Comparator comparator, int opening)
    {
        if (change is not null)
            return change == Comparator.DecreaseBy ? Direction.Down : Direction.Up;
        var remains = Remaining.IsIn(Slice(opening, quantity.At));
        var less = quantity.At > piece.From && LessIsBetter(Slice(piece.From, quantity.At));
        var reached = Reached.IsIn(Slice(opening, quantity.At)) || comparator is Comparator.Gt or Comparator.Ge;
        return remains || (less && !reached) || comparator is Comparator.Lt or Comparator.Le ? Direction.Down : Direction.Up;
    }

    /// <summary>Whether what is measured is better when there is less of it.</summary>
    public static bool LessIsBetter(ReadOnlySpan<Token> words) => TargetWords.LessIsBetter.IsIn(words) && !Supported.IsIn(words) && !Fought.IsIn(words);

    // What is to be reached is wanted, whatever its subject.
    private static readonly PhraseTable<bool> Reached = Phrases.Of("đạt");
    private static readonly PhraseTable<bool> Remaining = Phrases.Of("còn", "xuống còn", "giảm còn", "xuống");
    private static readonly PhraseTable<bool> Fought = Phrases.Of("chống mù chữ", "xóa mù chữ", "phòng, chống", "phòng chống", "chống bạo lực", "chống tảo hôn");
    private static readonly PhraseTable<bool> Supported = Phrases.Of("bảo hiểm thất nghiệp", "được", "tham gia", "thu nhập");

    private string? Population(Piece piece, Quantity quantity)
    {
        if (!quantity.IsPercent || quantity.End >= piece.To)
            return null;
        var end = quantity.End;
        while (end < piece.To && !TargetWords.Predicates.IsAt(tokens, end) && !tokens[end].Is("("))
            end++;
        return end == quantity.End || end - quantity.End > 24 ? null : Between(quantity.End, end);
    }

    // What stands before the comparator; what stands behind the value where that says nothing but a year.
    private string IndicatorOf(Piece piece, Quantity quantity, int opening)
    {
        var (from, to) = opening > piece.From + 1 ? WithoutYears(piece.From, opening) : (piece.From, piece.From);
        if (from >= to && quantity.End < piece.To)
            (from, to) = WithoutYears(quantity.End, piece.To);
        return from < to ? Between(from, to) : Between(piece.From, piece.To);
    }

    // "Phấn đấu đến năm 2030 tỷ lệ A": the words without what says when, at both ends.
    private (int From, int To) WithoutYears(int from, int to)
    {
        while (from < to && Leading(from, to) is var length and > 0)
            from += length;
        while (to - from >= YearLength && Years.At(tokens, to - YearLength, to) is not null)
        {
            to -= YearLength;
            while (to > from && YearPrepositions.IsAt(tokens, to - 1))
                to--;
        }

        return (from, to);
    }

    private int Leading(int at, int to)
    {
        var skipped = 0;
        while (at + skipped < to && YearPrepositions.IsAt(tokens, at + skipped))
            skipped++;
        if (at + skipped < to && Years.At(tokens, at + skipped, to) is not null)
            return skipped + YearLength;
        return TargetWords.Strivings.Match(tokens, at, out _) is var striving and > 0 ? striving : tokens[at].Is(",") ? 1 : 0;
    }

    private static readonly PhraseTable<bool> YearPrepositions = Phrases.Of("vào", "đến", "trong", "từ", "cuối", "hết");

    private string Between(int from, int to) => flow.Words(tokens[from].Start, tokens[to - 1].End).TrimEnd(',', ' ');
}
