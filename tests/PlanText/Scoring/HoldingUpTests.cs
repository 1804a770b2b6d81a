using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace SocialPolicy.PlanText.Scoring;

/// <summary>The same plan written, wrapped or scanned in another way is read as the same plan.</summary>
public sealed class HoldingUp(ITestOutputHelper output)
{
    private const int Columns = 76;
    private const int LongestWrapped = 160;
    private const double LeastAlike = 0.97;

    private static readonly Dictionary<string, Func<string, string>> Ways = new(StringComparer.Ordinal)
    {
        ["wrapped"] = text => IsWrapped(text) ? text : string.Join('\n', text.Split('\n').Select(Wrapped)),
        ["decomposed"] = text => text.Normalize(NormalizationForm.FormD),
        ["carriage returns"] = text => text.Replace("\n", "\r\n", StringComparison.Ordinal),
        ["hard blanks"] = text => Every(3, ' ', text, '\u00A0'),
        ["double blanks"] = text => text.Replace(", ", ",  ", StringComparison.Ordinal),
        ["eth for đ"] = text => text.Replace('Đ', '\u00D0'),
        ["zero-width signs"] = text => text.Replace("ng ", "ng\u200B ", StringComparison.Ordinal),
        ["tone placement"] = text => text.Replace("óa", "oá", StringComparison.Ordinal).Replace("òa", "oà", StringComparison.Ordinal).Replace("ỏe", "oẻ", StringComparison.Ordinal),
        ["i and y"] = text => text.Replace("ỷ lệ", "ỉ lệ", StringComparison.Ordinal).Replace("bác sĩ", "bác sỹ", StringComparison.Ordinal).Replace("hằng", "hàng", StringComparison.Ordinal),
        ["wider page"] = text => string.Join('\n', text.Split('\n').Select(line => line.Length > 0 ? "    " + line : line)),
        ["bullets"] = text => text.Replace("\n- ", "\n• ", StringComparison.Ordinal),
        ["en dashes"] = text => text.Replace(" - ", " – ", StringComparison.Ordinal),
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_way_it_is_written(string way)
    {
        var fallen = new List<string>();
        foreach (var plan in Corpus.In(Corpus.Samples).Concat(Corpus.In(Corpus.Others)).Concat(Corpus.HasFull ? Corpus.In(Corpus.Full) : []))
        {
            var (first, second) = (PlanReader.Read(plan.Text), PlanReader.Read(Ways[way](plan.Text)));
            var (targets, tasks, duties, head) = (Alike(first, second, Targets), Alike(first, second, Tasks), Alike(first, second, Duties), Alike(first, second, Head));
            var row = string.Create(CultureInfo.InvariantCulture, $"{plan.Name,-20} targets {targets:f3} tasks {tasks:f3} duties {duties:f3} head {head:f3}");
            output.WriteLine(row);
            if (targets < LeastAlike || tasks < LeastAlike || duties < 1 || head < 1)
                fallen.Add(row);
        }

        fallen.ShouldBeEmpty();
    }

    private static double Alike(Reading first, Reading second, Func<Reading, IEnumerable<string>> say)
    {
        var (before, after) = (say(first).ToList(), say(second).ToList());
        var left = after.ToList();
        return PlanScore.F1Of(before.Count(left.Remove), before.Count, after.Count);
    }

    private static IEnumerable<string> Head(Reading reading) => [$"{Plainly(reading.Number)} {reading.IssuedOn} {reading.Issuer?.Level} {reading.Issuer?.System} {reading.Period} {Plainly(reading.Signer?.Name)}"];

    private static IEnumerable<string> Targets(Reading reading) =>
        reading.Targets.Concat(reading.VisionTargets).Select(target => $"{target.Comparator} {target.Value} {target.ValueMax} {Plainly(target.Unit)} {target.Year} {Plainly(target.Text)}");

    private static IEnumerable<string> Tasks(Reading reading) => reading.Tasks.Select(task => $"{task.Numbering} {task.Level} {Plainly(task.Lead)}");

    private static IEnumerable<string> Duties(Reading reading) =>
        reading.ReportingDuties.Select(duty => $"{Plainly(string.Join(';', duty.Who))} {Plainly(string.Join(';', duty.ToWhom))} {Plainly(duty.Via)} {duty.Frequency} {duty.Deadline} {duty.Date}");

    // As it is compared everywhere: without case, marks of spelling and punctuation.
    private static string Plainly(string? text) => Words.Plain(BuildingBlocks.Domain.Text.TextFolding.Fold((text ?? "").Replace("\u200B", "", StringComparison.Ordinal))).Replace("hằng", "hàng", StringComparison.Ordinal);

    private static bool IsWrapped(string text) => text.Split('\n').Max(line => line.Length) <= LongestWrapped;

    private static string Wrapped(string line)
    {
        if (line.Length <= Columns || line.StartsWith('|'))
            return line;
        var wrapped = new StringBuilder();
        var width = 0;
        foreach (var word in line.Split(' '))
        {
            if (width > 0)
                wrapped.Append(width + word.Length < Columns ? ' ' : '\n');
            width = width > 0 && width + word.Length < Columns ? width + word.Length + 1 : word.Length;
            wrapped.Append(word);
        }

        return wrapped.ToString();
    }

    private static string Every(int nth, char sign, string text, char other)
    {
        var count = 0;
        return string.Concat(text.Select(one => one == sign && ++count % nth == 0 ? other : one));
    }
}
