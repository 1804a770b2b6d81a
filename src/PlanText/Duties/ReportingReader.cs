using SocialPolicy.PlanText.Agencies;
using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Targets;
using SocialPolicy.PlanText.Tasks;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Duties;

/// <summary>Finds who is to report to whom, how often and until when; one duty for each deadline.</summary>
internal sealed class ReportingReader(Flow flow, OrganisationReader organisation, TaskReader tasks)
{
    private const int LongestClause = 2000;

    // "Báo cáo": where longer words say the same, their last two stand for it.
    private const int ReportLength = 2;
    private const int LongestBracket = 12;
    private const int LongestKind = 6;
    private readonly Token[] tokens = flow.Tokens;
    private readonly AgencyReader agencies = new(flow);
    private readonly List<ReportingDuty> duties = [];

    public IReadOnlyList<ReportingDuty> Read(Outline outline)
    {
        foreach (var section in outline.Sections)
        {
            var undated = section.Kind is SectionKind.Purpose or SectionKind.Organisation or SectionKind.Reporting or SectionKind.Closing;
            if (section.Kind is SectionKind.Preamble or SectionKind.Targets or SectionKind.Annex or SectionKind.Chrome)
                continue;
            foreach (var block in section.Blocks.Where(block => !block.IsRow))
                Read(block, undated);
        }

        return duties;
    }

    private void Read(Block block, bool undated)
    {
        var subject = organisation.ResponsibleFor(block) is { Count: > 0 } responsible ? responsible : tasks.ResponsibleFor(block);
        var sentence = block.FirstToken;
        foreach (var (from, to, endsSentence) in ClauseSplitter.Split(flow, block.FirstToken, block.EndToken))
        {
            var opening = sentence;
            sentence = endsSentence ? to : sentence;
            var report = DutyWords.Report.Find(tokens.AsSpan(from, to - from), out _, out var length);
            report = report < 0 ? report : report + length - ReportLength;
            var submission = report < 0 || DutyWords.NotOwed.IsIn(tokens.AsSpan(from, report + ReportLength)) ? Submission(from, to) : null;
            report = submission ?? report;
            var own = Subject(from, report < 0 ? to : from + report);
            var named = from == block.FirstToken && subject.Count > 0 && !DutyWords.LeadIns.IsAt(tokens, from) && !(block.Marker.Kind == MarkerKind.None && (submission is not null || Reports(from, to)));
            if (own.Count > 0 && !named && !own.TrueForAll(subject.Contains))
                subject = own;
            if (report < 0 || to - from > LongestClause)
                continue;
            var deadlines = DeadlineScanner.Scan(tokens, from, to);
            var term = TermScanner.Find(tokens, from, to, agencies.Words);
            if (deadlines.Count > 0)
                AddDated(from, from + report, to, deadlines, subject, goesOn: opening < from);
            else if (undated && (term is not null || IsOwed(from, from + report, to)))
                AddUndated(from, opening, report, to, term, subject);
        }
    }

    // "Trên cơ sở báo cáo của các đơn vị, Sở Y tế tổng hợp, trình UBND tỉnh trước ngày 15/11": where it is submitted, if by a day.
    private int? Submission(int from, int to) =>
        DutyWords.Submit.Find(tokens.AsSpan(from, to - from), out _, out var length) is var at and >= 0 && DeadlineScanner.Scan(tokens, from, to).Count > 0 ? at + length - ReportLength : null;

    // "Các phòng, đơn vị báo cáo kết quả về ...".
    private bool Reports(int from, int to) => agencies.IsAt(from, to) && DutyWords.Report.IsAt(tokens, agencies.End(from, to));

    private void AddUndated(int from, int opening, int report, int to, ReportingTerm? term, IReadOnlyList<string> subject)
    {
        var said = Said(from, from + report, Upstream(from + report + 2, to) is var upstream and > 0 ? upstream : to, subject) with { Within = term };
        IReadOnlyList<ReportingFrequency> frequencies = Listed(from, to) is { Count: > 0 } listed ? listed : [FrequencyIn(opening, from) ?? ReportingFrequency.Unstated];
        foreach (var frequency in frequencies)
            Add(said, frequency, null);
    }

    // "Định kỳ hằng quý, 6 tháng, năm báo cáo": a duty for each; any other words between them end the list.
    private List<ReportingFrequency> Listed(int from, int to)
    {
        var found = new List<ReportingFrequency>();
        for (var i = from; i < to;)
        {
            var length = DutyWords.Frequencies.Match(tokens, i, out var frequency);
            if (length == 0 && found.Count > 0 && tokens[i].Is("năm"))
                (length, frequency) = (1, ReportingFrequency.Annual);
            if (length > 0)
                found.Add(frequency);
            else if (found.Count > 0 && tokens[i].Text is not ("," or "và"))
                break;
            i += Math.Max(length, 1);
        }

        return [.. found.Distinct()];
    }

    private void AddDated(int from, int report, int to, List<FoundDeadline> deadlines, IReadOnlyList<string> subject, bool goesOn)
    {
        var upstream = Upstream(report + 2, to);
        var said = Said(from, report, upstream > 0 ? upstream : to, subject);

        // "... hằng quý báo cáo UBND tỉnh trước ngày 25; báo cáo năm trước ngày 20/12": to the same.
        if (goesOn && said.ToWhom.Count == 0 && duties is [.., { Deadline: not null } last] && last.Who.SequenceEqual(subject))
            said = said with { ToWhom = last.ToWhom, Via = said.Via ?? last.Via };
        var whole = FrequencyIn(from, to) ?? ReportingFrequency.Unstated;
        for (var i = 0; i < deadlines.Count; i++)
        {
            var before = i == 0 ? from : BracketEnd(deadlines[i - 1].End, to);
            var after = i + 1 < deadlines.Count ? deadlines[i + 1].At : to;
            if (Kind(deadlines[i]) is { } kind)
                Add(said, kind, deadlines[i] with { Year = null });
            else
                Add(said, FrequencyIn(deadlines[i].End, BracketEnd(deadlines[i].End, to)) ?? LastFrequency(before, deadlines[i].At) ?? FrequencyIn(deadlines[i].At, after) ?? Inherited(whole, deadlines[i]), deadlines[i]);
        }

        if (upstream > 0)
            Add(Said(upstream, upstream + DutyWords.Report.Find(tokens.AsSpan(upstream, to - upstream), out _, out _), to, duties[^1].ToWhom), ReportingFrequency.Unstated, null);
    }

    // "Báo cáo 6 tháng trước ngày 10/6/2027": the report comes every half-year, the year is that of the next one.
    private ReportingFrequency? Kind(FoundDeadline deadline)
    {
        for (var length = 1; length <= LongestKind && deadline.At - length >= 0; length++)
        {
            if (DutyWords.Kinds.Match(tokens.AsSpan(0, deadline.At), deadline.At - length, out var kind) == length)
                return kind;
        }

        return null;
    }

    // "Trước ngày 05/6 (báo cáo 6 tháng) và trước ngày 05/12 (báo cáo năm)": the bracket behind a deadline is about it.
    private int BracketEnd(int at, int to)
    {
        if (at >= to || !tokens[at].Is("("))
            return at;
        var end = at + 1;
        while (end < Math.Min(to, at + LongestBracket) && !tokens[end].Is(")"))
            end++;
        return end < to && tokens[end].Is(")") ? end + 1 : at;
    }

    // "Trước ngày 20 của tháng cuối quý và trước ngày 10/12": a day of the year comes once a year, whatever the others do.
    private static ReportingFrequency Inherited(ReportingFrequency whole, FoundDeadline deadline) =>
        deadline.Month is not null && whole is ReportingFrequency.Quarterly or ReportingFrequency.Monthly or ReportingFrequency.Weekly or ReportingFrequency.Daily ? ReportingFrequency.Annual : whole;

    // "... để tổng hợp, báo cáo Huyện ủy": whoever received the reports passes them on.
    private int Upstream(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (DutyWords.Purposes.Match(tokens, i, out _) is var length and > 0
                && DutyWords.Report.Find(tokens.AsSpan(i, Math.Min(to - i, length + 3)), out _, out _) is var report and >= 0 && agencies.IsAt(i + report + 2, to))
                return i;
        }

        return -1;
    }

    private bool IsOwed(int from, int report, int to)
    {
        var clause = tokens.AsSpan(from, to - from);
        if (DutyWords.NotOwed.IsIn(clause))
            return false;
        return DutyWords.Regular.IsIn(clause) || DutyWords.Incidents.IsIn(clause) || Recipients(report, to).Count > 0;
    }

    // What a clause says of all its deadlines is read once: it may hold hundreds.
    private ReportingDuty Said(int from, int report, int to, IReadOnlyList<string> who) => new()
    {
        Who = who,
        ToWhom = Recipients(report, to),
        Via = Via(from, to),
        Content = Content(report + 2, to),
        Span = flow.Span(tokens[from].Start, tokens[to - 1].End),
    };

    private void Add(ReportingDuty said, ReportingFrequency frequency, FoundDeadline? deadline)
    {
        var recurring = deadline?.Recurring;
        duties.Add(said with
        {
            Frequency = deadline?.Date is not null || recurring?.Year is not null ? ReportingFrequency.Once : frequency,
            Deadline = recurring,
            Date = deadline?.Date,
            DateInclusive = deadline is { Date: not null, Inclusive: true },
            Flags = deadline is null ? [] : [.. FlagsOf(said.Who, recurring)],
        });
    }

    private static IEnumerable<string> FlagsOf(IReadOnlyList<string> who, ReportingDeadline? deadline)
    {
        if (who.Count == 0)
            yield return Flag.ReporterUnstated;
        if (deadline is { Exists: false })
            yield return Flag.ImpossibleDate;
    }

    // The subject of a clause: agencies at its start, or after a comma that closes a lead-in.
    private List<string> Subject(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if ((i == from || tokens[i - 1].Text is ",") && agencies.IsAt(i, to))
                return agencies.Names(i, agencies.End(i, to));
        }

        return [];
    }

    private List<string> Recipients(int report, int to)
    {
        var names = new List<string>();
        var brackets = new Enclosure();
        for (var i = report + 2; i < to; i++)
        {
            if (brackets.Holds(tokens, i, to))
                continue;
            if (!agencies.IsAt(i, to) || !IsToward(report, i))
                continue;
            var end = agencies.End(i, to);
            names.AddRange(agencies.Names(i, end));
            i = Math.Max(end - 1, i);
        }

        return names;
    }

    private bool IsToward(int report, int at) =>
        DutyWords.Toward.Match(tokens, at - 1, out _) == 1 || DutyWords.Toward.Match(tokens, Math.Max(report, at - 2), out _) == 2;

    private string? Via(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (DutyWords.Through.Match(tokens, i, out _) is var length and > 0 && agencies.IsAt(i + length, to))
                return agencies.Words(i + length, agencies.End(i + length, to));
        }

        return null;
    }

    private string? Content(int from, int to)
    {
        var end = from;
        while (end < to && !DutyWords.ContentEnds.IsAt(tokens, end) && !agencies.IsAt(end, to) && !(tokens[end].Is(",") && DutyWords.ContentEnds.IsAt(tokens, end + 1)))
            end++;
        return end > from ? agencies.Words(from, end) : null;
    }

    private ReportingFrequency? FrequencyIn(int from, int to) =>
        DutyWords.Frequencies.Find(tokens.AsSpan(from, to - from), out var frequency, out _) >= 0 ? frequency : null;

    private ReportingFrequency? LastFrequency(int from, int to)
    {
        ReportingFrequency? last = null;
        for (var i = from; i < to; i++)
        {
            if (DutyWords.Frequencies.Match(tokens, i, out var frequency) > 0)
                last = frequency;
        }

        return last;
    }
}
