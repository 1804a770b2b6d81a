using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanText.Layout;

/// <summary>Decides which lines belong to one paragraph: hard-wrapped lines and sentences cut by a page break are joined.</summary>
internal sealed class LineJoiner(List<Line> lines, Wrapping wrapping)
{
    private const int ShortestBody = 40;

    // Titles of document kinds stand alone on their line.
    private static readonly HashSet<string> Standing = new(
        new[] { "Kế hoạch", "Chương trình", "Chương trình hành động", "Nghị quyết", "Quyết định", "Chỉ thị", "Công văn", "Thông báo", "Hướng dẫn", "Báo cáo", "Đề án", "Nơi nhận:", "Nơi nhận" }
            .Select(TextFolding.Fold), StringComparer.Ordinal);

    // Names with a dash inside, which a line end may part before the dash.
    private static readonly (string Before, string After)[] Dashed =
        [.. new[] { ("lao động", "thương binh"), ("tài chính", "kế hoạch"), ("văn hóa", "thông tin"), ("khoa học", "công nghệ"), ("kinh tế", "xã hội"), ("chính trị", "xã hội"), ("giáo dục", "đào tạo"), ("văn hóa", "xã hội"), ("kinh tế", "hạ tầng") }
            .Select(pair => (TextFolding.Fold(pair.Item1), TextFolding.Fold(pair.Item2)))];

    // Names of several capitals that a line end may part.
    private static readonly (string Before, string After)[] Names =
        [.. new[] { ("mặt trận", "tổ quốc"), ("tổ quốc", "việt nam"), ("thủ tướng", "chính phủ"), ("trung ương", "đảng"), ("hội đồng", "nhân dân"), ("bộ", "chính trị"), ("ban", "bí thư"), ("ban thường vụ", "quốc hội") }
            .Select(pair => (TextFolding.Fold(pair.Item1), TextFolding.Fold(pair.Item2)))];

    // Words that no paragraph ends with.
    private static readonly HashSet<string> Binders = new(
        new[] { "và", "của", "với", "về", "số", "các", "những", "cho", "tại", "theo", "từ", "đến", "trong", "là", "có", "được", "hoặc", "ngày", "tháng", "khoản", "điều" }
            .Select(TextFolding.Fold), StringComparer.Ordinal);

    // Words behind which a number is wanted.
    private static readonly HashSet<string> Reaching = new(new[] { "xuống", "còn", "đạt", "lên" }.Select(TextFolding.Fold), StringComparer.Ordinal);
    private static readonly HashSet<string> Comparing = new(new[] { "trên", "dưới", "khoảng", "nhất", "thiểu", "quá", "hơn", "gần", "thêm" }.Select(TextFolding.Fold), StringComparer.Ordinal);

    // Words that begin the name of an agency, with a capital ("Phòng / Y tế", but not "y tế dự phòng").
    private static readonly HashSet<string> Agencies = new(new[] { "Sở", "Phòng", "Ban" }, StringComparer.Ordinal);

    private static readonly string Number = TextFolding.Fold("số");

    // "Công tác dân số" is whole, "Quyết định số" is not.
    private static readonly HashSet<string> Counted = new(new[] { "dân", "chỉ", "tỷ", "tỉ", "hệ", "thiểu", "đa" }.Select(TextFolding.Fold), StringComparer.Ordinal);

    /// <summary>The lines of each paragraph, in order.</summary>
    public IEnumerable<(int First, int Last)> Paragraphs()
    {
        var first = 0;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (i < lines.Count && Continues(first, i))
                continue;
            if (first < lines.Count)
                yield return (first, i - 1);
            first = i;
        }
    }

    private bool Continues(int first, int at)
    {
        var (previous, line) = (lines[at - 1], lines[at]);
        if (previous.IsRow || line.IsRow || IsStanding(previous) || IsStanding(line))
            return false;
        if (previous.Marker.Kind == MarkerKind.Part && previous.Marker.Length == previous.Text.Length)
            return line.Marker.Kind == MarkerKind.None;
        if (!line.AfterBlank && PartedNumbers.IsParted(previous, line))
            return true;
        if (line.Marker.Kind == MarkerKind.Bullet)
            return !line.AfterBlank && (IsParted(Dashed, previous, line) || IsPartedRange(previous, line));
        if (line.Marker.Kind != MarkerKind.None)
            return false;
        return line.AfterBlank && !(line.AfterPage && wrapping.IsWrapped) ? ContinuesOverPage(first, previous, line) : ContinuesBelow(first, at);
    }

    private bool ContinuesOverPage(int first, Line previous, Line line)
    {
        if (line.StartsLower)
            return !previous.IsClosed || previous.Text[^1] == ';';
        return lines[first].Marker.Kind is MarkerKind.None or MarkerKind.Bullet
            && previous.Length >= ShortestBody && !previous.IsClosed && !previous.IsCapitals && !line.IsCapitals
            && !line.StartsDigit && EndsInsideSentence(lines[first], previous);
    }

    // A paragraph that stands without a bullet and has no sign at its end may be a heading; a bullet is body for certain.
    private static bool EndsInsideSentence(Line first, Line previous) =>
        first.Marker.Kind == MarkerKind.Bullet || previous.Text.Contains(". ", StringComparison.Ordinal) || previous.Text.Contains(';', StringComparison.Ordinal) || previous.IsOpenEnded;

    private bool ContinuesBelow(int first, int at)
    {
        var (previous, line) = (lines[at - 1], lines[at]);
        if (lines[first].IsCapitals && previous.IsCapitals && !line.IsCapitals && char.IsUpper(line.Text[0]))
            return false;
        if (wrapping.IsWrapped && line.Text[0] == '(')
            return !previous.IsClosed;
        if (line.StartsDigit && WantsNumber(previous))
            return true;
        if (line.StartsLower || previous.IsOpenEnded || (wrapping.IsWrapped && EndsWithBinder(previous)) || IsParted(Names, previous, line))
            return true;
        if (first > 0 && !lines[first].AfterBlank && IsRowNumber(lines[first - 1]))
            return false;
        if (line.IsCapitals && !line.StartsDigit)
            return previous.IsCapitals && lines[first].IsCapitals && !previous.IsClosed;
        if (wrapping.IsWrapped && line.StartsDigit)
            return wrapping.IsFull(previous, line) && (!previous.IsClosed || previous.Text[^1] == ':');
        if (wrapping.IsWrapped)
            return wrapping.IsFull(previous, line) && !OpensParagraph(at);
        return !previous.IsClosed && previous.Length >= ShortestBody && !previous.IsCapitals && lines[first].Marker.Kind != MarkerKind.Arabic
            && line.StartsDigit;
    }

    // "đạt 3,5 / - 4%/năm": the dash of a range at the beginning of a line.
    private bool IsPartedRange(Line previous, Line line) =>
        wrapping.IsWrapped && wrapping.IsFull(previous, line) && (char.IsAsciiDigit(previous.Text[^1]) || previous.Text[^1] == '%')
        && line.Length > line.Marker.Length && char.IsAsciiDigit(line.Text[line.Marker.Length..].TrimStart().FirstOrDefault());

    // In a wrapped document a line that ends early while its sentence goes on is the short first line of a paragraph.
    private bool OpensParagraph(int at) =>
        at + 1 < lines.Count && !lines[at + 1].AfterBlank && (lines[at + 1].StartsLower || lines[at + 1].StartsDigit) && lines[at + 1].Marker.Kind == MarkerKind.None
        && !wrapping.IsFull(lines[at], lines[at + 1]);

    // "2" alone above "Rà soát ...": a row of a table with a line for each cell, however wide the cell is.
    private static bool IsRowNumber(Line line) => line.Text.TrimEnd('.') is { Length: >= 1 and <= 3 } number && number.All(char.IsAsciiDigit);

    // "... xuống còn", "... giảm xuống:", "có ít nhất": a line break in a cell or a narrow column.
    private static bool WantsNumber(Line line)
    {
        var text = line.Text.EndsWith(':') ? line.Text[..^1] : line.Text;
        var at = text.LastIndexOf(' ');
        var last = at > 0 ? TextFolding.Fold(text[(at + 1)..]) : "";
        return Reaching.Contains(last) || (text.Length == line.Length && Comparing.Contains(last));
    }

    private static bool EndsWithBinder(Line line)
    {
        var at = line.Text.LastIndexOf(' ');
        if (at <= 0)
            return false;
        var word = line.Text[(at + 1)..];
        var folded = TextFolding.Fold(word);
        return Agencies.Contains(word) || (Binders.Contains(folded) && !(folded == Number && Counted.Contains(TextFolding.Fold(line.Text[(line.Text.LastIndexOf(' ', at - 1) + 1)..at]))));
    }

    private static bool IsStanding(Line line) => line.Length <= 24 && Standing.Contains(TextFolding.Fold(line.Text));

    private static bool IsParted((string Before, string After)[] names, Line previous, Line line)
    {
        var before = TextFolding.Fold(previous.Text[^Math.Min(previous.Length, 16)..]);
        var after = TextFolding.Fold(line.Text[line.Marker.Length..Math.Min(line.Length, line.Marker.Length + 16)]);
        return Array.Exists(names, name => before.EndsWith(name.Before, StringComparison.Ordinal) && after.StartsWith(name.After, StringComparison.Ordinal));
    }
}
