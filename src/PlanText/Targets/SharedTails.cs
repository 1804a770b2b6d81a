using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>
/// Puts back what neighbours share: a denominator said once for several counts, a predicate said once for several
/// shares, an indicator named once for several grades, the yearly change of a whole for its part.
/// </summary>
internal sealed class SharedTails(Flow flow, List<Piece> pieces, List<Target> targets)
{
    private const decimal FarApart = 10;
    private static readonly PhraseTable<bool> Counted = Phrases.Of("số", "tổng số");
    private static readonly PhraseTable<bool> Predicates = Phrases.Of("được", "sử dụng", "tham gia", "có", "đạt", "biết", "đi học");
    private static readonly PhraseTable<bool> Grades = Phrases.Of("cấp", "bậc", "ở cấp", "ở bậc", "ở các cấp", "tại các", "tại", "khu vực", "ở");

    private readonly HashSet<int> predicated = [];

    public void Share()
    {
        for (var i = pieces.Count - 2; i >= 0; i--)
        {
            ShareDenominator(i);
            SharePredicate(i);
        }

        ShareIndicators();
        for (var i = 1; i < pieces.Count; i++)
        {
            ShareHead(i);
            ShareChange(i);
            ShareVerb(i);
        }

        for (var i = 0; i < pieces.Count; i++)
            ShareOut(i);
    }

    // "Tỷ lệ A và tỷ lệ B lần lượt đạt 95% và 98%": each value is about its own of the indicators before it, when there are as
    // many and each is whole. "Tỷ lệ trường mầm non và tiểu học lần lượt ..." shares its words: there it is left together.
    private void ShareOut(int first)
    {
        if (pieces[first].Quantity is not { } quantity || InTurn.Find(flow.Tokens.AsSpan(pieces[first].From, quantity.At - pieces[first].From), out _, out _) is not (> 0 and var turn))
            return;
        var values = 1;
        while (first + values < pieces.Count && pieces[first + values].Clause == pieces[first].Clause && IsBare(pieces[first + values]))
            values++;
        var heads = Heads(pieces[first].From, pieces[first].From + turn);
        if (heads.Count != values || !heads.TrueForAll(head => TargetWords.StrongHeads.IsAt(flow.Tokens, head.From)))
            return;
        for (var i = 0; i < values; i++)
        {
            var words = flow.Tokens.AsSpan(heads[i].From, heads[i].To - heads[i].From);
            var indicator = flow.Words(flow.Tokens[heads[i].From].Start, flow.Tokens[heads[i].To - 1].End);
            var target = targets[first + i];
            targets[first + i] = target with
            {
                Indicator = indicator,
                ElidedHead = i == 0 ? target.ElidedHead : indicator,
                Theme = Themes.Of(words) ?? target.Theme,
                IndicatorCode = IndicatorCodes.Of(words),
                Direction = target.Comparator is Comparator.Eq ? Interpreter.LessIsBetter(words) ? Direction.Down : Direction.Up : target.Direction,
            };
        }
    }

    // What commas and "và" divide, without the verb behind the last.
    private List<(int From, int To)> Heads(int from, int to)
    {
        while (to > from && Verbs.IsAt(flow.Tokens, to - 1))
            to--;
        var heads = new List<(int From, int To)>();
        var start = from;
        for (var i = from; i <= to; i++)
        {
            if (i < to && flow.Tokens[i].Text is not ("," or "và"))
                continue;
            if (i > start)
                heads.Add((start, i));
            start = i + 1;
        }

        return heads;
    }

    private static readonly PhraseTable<bool> InTurn = Phrases.Of("lần lượt");
    private static readonly PhraseTable<bool> Verbs = Phrases.Of("đạt", "là", "còn", "ở", "chiếm", "có");

    // "Tỷ lệ A đạt 50% vào năm 2025 và 60% vào năm 2030", "Đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan ...": a value and
    // a year alone are about what the value before them, or failing that the one behind, is about.
    private void ShareIndicators()
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!IsBare(pieces[i]) || targets[i].ElidedHead is not null)
                continue;
            var other = i > 0 && pieces[i - 1].Quantity is not null && (pieces[i - 1].Clause == pieces[i].Clause || Years.First(flow.Tokens, pieces[i].From, pieces[i].To) is not null) ? i - 1
                : i + 1 < pieces.Count && pieces[i + 1].Clause == pieces[i].Clause && !IsBare(pieces[i + 1]) ? i + 1 : -1;
            if (other < 0 || targets[other].Indicator is not { } indicator)
                continue;
            var isChange = targets[other].Bound is not null && targets[i].Bound is null && !TargetWords.Reaching.IsIn(flow.Tokens.AsSpan(pieces[i].From, pieces[i].Quantity!.At - pieces[i].From));
            targets[i] = targets[i] with
            {
                Comparator = isChange ? targets[other].Comparator : targets[i].Comparator,
                Bound = isChange ? targets[i].Comparator : targets[i].Bound,
                Indicator = indicator,
                ElidedHead = indicator,
                Population = targets[i].Population ?? targets[other].Population,
                Geography = targets[i].Geography ?? targets[other].Geography,
                Theme = targets[i].Theme ?? targets[other].Theme,
                IndicatorCode = targets[i].IndicatorCode ?? targets[other].IndicatorCode,
                Direction = targets[other].Direction,
                Unit = isChange || IsBeginOf(targets[i].Unit, targets[other].Unit) ? targets[other].Unit : targets[i].Unit,
            };
        }
    }

    // "17/100.000 trẻ em năm 2025 và 14/100.000 năm 2030".
    private static bool IsBeginOf(string? unit, string? whole) =>
        unit is ['/', ..] && whole?.StartsWith(unit + " ", StringComparison.Ordinal) == true;

    // Nothing but the value, its comparator and years.
    private bool IsBare(Piece piece)
    {
        if (piece.Quantity is not { } quantity)
            return false;
        var tokens = flow.Tokens;
        for (var i = piece.From; i < piece.To;)
        {
            if (i == quantity.At)
            {
                i = quantity.End;
                continue;
            }

            if (TargetWords.Against.IsAt(tokens, i))
                return true;
            var length = Years.At(tokens, i, piece.To) is not null ? 2 : Math.Max(TargetWords.Comparators.Match(tokens, i, out _), Math.Max(TargetWords.Fillers.Match(tokens, i, out _), YearWords.Match(tokens, i, out _)));
            if (length == 0)
                return false;
            i += length;
        }

        return true;
    }

    private static readonly PhraseTable<bool> YearWords = Phrases.Of("vào", "đến", "trong", "từ", "cuối", "hết", "trở đi", "và", "phấn đấu", "con số này", "tỷ lệ này", "chỉ tiêu này");

    // "Giảm 45 hộ nghèo và 30 hộ cận nghèo": the verb is said once.
    private void ShareVerb(int i)
    {
        if (pieces[i].Quantity is not { } own || (own.IsPercent && !Counted.IsAt(flow.Tokens, own.End)) || own.At != pieces[i].From || pieces[i].Clause != pieces[i - 1].Clause || targets[i - 1].Bound is null || targets[i].Bound is not null || targets[i].Unit != targets[i - 1].Unit)
            return;
        targets[i] = targets[i] with { Comparator = targets[i - 1].Comparator, Bound = targets[i].Comparator, Direction = targets[i - 1].Direction };

        // The year said once behind both.
        if (Years.First(flow.Tokens, pieces[i - 1].From, pieces[i - 1].To) is null && Years.First(flow.Tokens, pieces[i].From, pieces[i].To) is { } year)
            targets[i - 1] = targets[i - 1] with { Year = year };
    }

    private void ShareDenominator(int i)
    {
        var (own, next) = (pieces[i].Quantity, pieces[i + 1].Quantity);
        if (own is not { Denominator: null, IsPercent: false, Unit: not null } || pieces[i].Clause != pieces[i + 1].Clause || next is not { IsPercent: false })
            return;
        var shared = targets[i + 1].Unit is { } unit && unit.IndexOf('/', StringComparison.Ordinal) is var at and > 0 ? unit[at..] : null;
        if (shared is null || !char.IsAsciiDigit(shared[1]))
            return;
        var far = own.Value >= next.Value * FarApart || next.Value >= own.Value * FarApart;
        targets[i] = targets[i] with
        {
            Unit = (UnitWords.Persons.Match(flow.Tokens, own.At + (own.Max is null ? 1 : 3), out var persons) > 0 ? persons : own.Unit) + shared,
            ElidedHead = "trên " + shared[1..],
            Flags = far ? [.. targets[i].Flags, Flag.AmbiguousDenominator] : targets[i].Flags,
        };
    }

    private void SharePredicate(int i)
    {
        if (!IsBareShare(i) || IsGradeOfBefore(i) || pieces[i + 1].Quantity is not { IsPercent: true } next || !LeadsWithValue(i + 1))
            return;
        if ((Predicate(next.End, pieces[i + 1].To) ?? targets[i + 1].ElidedHead) is not { } predicate)
            return;
        var share = flow.Words(flow.Tokens[pieces[i].Quantity!.End].Start, flow.Tokens[pieces[i].To - 1].End).TrimEnd(',', ' ');
        targets[i] = targets[i] with { ElidedHead = predicate, Indicator = $"{share} {predicate}", Theme = targets[i].Theme ?? targets[i + 1].Theme };
        predicated.Add(i);
        if (targets[i].Comparator != Comparator.Eq && targets[i + 1].Comparator == Comparator.Eq)
            targets[i + 1] = targets[i + 1] with { Flags = [.. targets[i + 1].Flags, Flag.AmbiguousComparator] };
    }

    private string? Predicate(int from, int to)
    {
        var tokens = flow.Tokens.AsSpan(from, to - from);
        var at = Predicates.Find(tokens, out _, out _);
        return at < 0 ? null : flow.Words(tokens[at].Start, tokens[^1].End).TrimEnd(',', ' ');
    }

    private bool IsBareShare(int i) =>
        pieces[i].Quantity is { IsPercent: true } own && LeadsWithValue(i) && !Predicates.IsIn(flow.Tokens.AsSpan(own.End, pieces[i].To - own.End));

    // "99% trẻ em đi học ở bậc tiểu học, 98% ở bậc trung học": the grade goes on with what was said, see ShareHead.
    private bool IsGradeOfBefore(int i) =>
        i > 0 && pieces[i].Clause == pieces[i - 1].Clause && pieces[i - 1].Quantity is { IsPercent: true } && Grades.IsAt(flow.Tokens, pieces[i].Quantity!.End)
        && Predicates.IsIn(flow.Tokens.AsSpan(pieces[i - 1].From, pieces[i - 1].To - pieces[i - 1].From));

    private bool LeadsWithValue(int i) => pieces[i].Quantity is { } quantity && quantity.At - pieces[i].From <= 4 && quantity.End < pieces[i].To;

    private void ShareHead(int i)
    {
        var (own, before) = (pieces[i].Quantity, pieces[i - 1].Quantity);
        if (own is null || before is null || targets[i].ElidedHead is not null || predicated.Contains(i - 1) || targets[i - 1].Indicator is not { } indicator)
            return;
        var opening = own.At - pieces[i].From <= 2 ? own.End : pieces[i].From;
        if (opening >= pieces[i].To || !Grades.IsAt(flow.Tokens, opening) || own.IsPercent != before.IsPercent)
            return;
        var head = targets[i - 1].ElidedHead ?? Before(pieces[i - 1], indicator);
        targets[i] = targets[i] with { ElidedHead = head, Indicator = head + " " + targets[i].Indicator, Direction = targets[i - 1].Direction, Theme = targets[i].Theme ?? targets[i - 1].Theme };
    }

    // The indicator up to its own grade word.
    private string Before(Piece piece, string indicator)
    {
        var from = piece.Quantity!.At - piece.From <= 2 ? piece.Quantity.End : piece.From;
        for (var at = from + 1; at < piece.To; at++)
        {
            if (Grades.IsAt(flow.Tokens, at))
                return flow.Words(flow.Tokens[from].Start, flow.Tokens[at - 1].End);
        }

        return indicator;
    }

    private void ShareChange(int i)
    {
        ShareRate(i);
        if (targets[i].Parent is not { } parent || !targets[parent].PerYear || targets[i].PerYear || targets[i].Bound is null)
            return;
        targets[i] = targets[i] with { PerYear = true, Unit = targets[parent].Unit, ElidedHead = targets[i].ElidedHead ?? targets[parent].Indicator };
    }

    // "Tỷ lệ hộ nghèo giảm trên 5%, các xã đặc biệt khó khăn giảm trên 6,5%": of the same rate.
    private void ShareRate(int i)
    {
        if (targets[i] is not { Unit: "%", Bound: not null } || (pieces[i].Clause != pieces[i - 1].Clause && targets[i].Parent != i - 1) || targets[i - 1] is not { Unit: "điểm %" or "điểm %/năm", Bound: not null } before || pieces[i].Quantity is not { } own)
            return;
        if (CountHeads.Find(flow.Tokens.AsSpan(pieces[i].From, own.At - pieces[i].From)) < 0 && own.End >= pieces[i].To)
            targets[i] = targets[i] with { Unit = before.Unit, PerYear = before.PerYear };
    }
}
