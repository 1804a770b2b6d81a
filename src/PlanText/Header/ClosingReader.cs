using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Header;

/// <summary>Recipients and signer from the foot of the document.</summary>
internal sealed class ClosingReader(Flow flow, Outline outline)
{
    private const int FarthestName = 8;
    private static readonly PhraseTable<bool> Recipient = Phrases.Of("nơi nhận", "kính gửi");

    public IReadOnlyList<string> Recipients()
    {
        var recipients = new List<string>();
        var open = false;
        foreach (var block in outline.Of(SectionKind.Closing).SelectMany(section => section.Blocks))
        {
            if (block.Marker.Kind == MarkerKind.Bullet && open)
                recipients.AddRange(Parted(LeftOf(block)).Select(recipient => recipient.TrimStart().TrimEnd(';', ',', '.', ' ')));
            else if (recipients.Count > 0 && !block.Lines[0].IsCapitals && !IsName(block.Lines[0].Text))
                break;
            else
                open |= Recipient.IsAt(flow.TokensOf(block), 0);
        }

        return recipients;
    }

    /// <summary>An office in capitals and, below it, a personal name.</summary>
    public Signer? Signer()
    {
        var lines = outline.Of(SectionKind.Closing).SelectMany(section => section.Blocks).SelectMany(block => block.Lines).ToList();
        for (var i = lines.Count - 1; i > 0; i--)
        {
            var name = RightOf(lines[i]);
            if (!IsName(name))
                continue;
            for (var above = i - 1; above >= Math.Max(0, i - FarthestName); above--)
            {
                if (OfficeIn(RightOf(lines[above])) is { } office)
                    return new Signer(name, office);
            }
        }

        return null;
    }

    // Behind a semicolon a dash begins the next recipient, wherever the line ends.
    private static IEnumerable<string> Parted(string recipients)
    {
        var from = 0;
        for (var at = recipients.IndexOf(';', StringComparison.Ordinal); at >= 0; at = recipients.IndexOf(';', at + 1))
        {
            var dash = at + 1;
            while (dash < recipients.Length && recipients[dash] == ' ')
                dash++;
            if (dash >= recipients.Length || recipients[dash] is not ('-' or '–'))
                continue;
            yield return recipients[from..at];
            from = dash + 1;
        }

        yield return recipients[from..];
    }

    // Recipients and signature may stand side by side.
    private string LeftOf(Block block)
    {
        if (block.Lines is [{ Columns.Length: 1 } only] && OfficeIn(only.Text) is { } office && only.Text.LastIndexOf(office.ToUpperInvariant(), StringComparison.Ordinal) is var at and > 0)
            return only.Text[only.Marker.Length..at].Trim();
        if (!block.Lines.Any(line => line.Columns.Length > 1))
            return flow.Words(block.Content, block.End);
        var lines = block.Lines.Select((line, i) => i == 0 ? line.Columns[0][Math.Min(line.Marker.Length, line.Columns[0].Length)..] : line.Columns[0]);
        return string.Join(' ', lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    private static string RightOf(Line line) => line switch
    {
        { Columns: [_, .., var last] } => last,
        { Marker.Kind: MarkerKind.None } => line.Text,
        _ when OfficeIn(line.Text) is { } office => office.ToUpperInvariant(),
        _ => "",
    };

    // The first office that is written in capitals.
    private static string? OfficeIn(string line)
    {
        var tokens = Tokenizer.Cut(TextFolding.Fold(line));
        for (var i = 0; i < tokens.Length; i++)
        {
            var length = HeaderWords.Offices.Match(tokens, i, out var office);
            if (length > 0 && line.Length >= tokens[i + length - 1].End && !line[tokens[i].Start..tokens[i + length - 1].End].Any(char.IsLower))
                return office;
        }

        return null;
    }

    // Two to five words, each with one capital at its start.
    private static bool IsName(string line)
    {
        if (line.Length is 0 or > 40)
            return false;
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5 && Array.TrueForAll(words, word => char.IsUpper(word[0]) && word.Skip(1).All(char.IsLower));
    }
}
