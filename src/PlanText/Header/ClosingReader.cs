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
                recipients.Add(flow.Words(block.Content, block.End).TrimEnd(';', '.', ' '));
            else if (recipients.Count > 0)
                break;
            else
                open = Recipient.IsAt(flow.TokensOf(block), 0);
        }

        return recipients;
    }

    /// <summary>An office in capitals and, below it, a personal name.</summary>
    public Signer? Signer()
    {
        var lines = outline.Of(SectionKind.Closing).SelectMany(section => section.Blocks).SelectMany(block => block.Lines).ToList();
        for (var i = lines.Count - 1; i > 0; i--)
        {
            if (!IsName(lines[i]))
                continue;
            for (var above = i - 1; above >= Math.Max(0, i - FarthestName); above--)
            {
                if (OfficeIn(lines[above]) is { } office)
                    return new Signer(lines[i].Text, office);
            }
        }

        return null;
    }

    private static string? OfficeIn(Line line)
    {
        var tokens = Tokenizer.Cut(TextFolding.Fold(line.Text));
        var at = HeaderWords.Offices.Find(tokens, out var office, out var length);
        var capitals = at >= 0 && line.Text.Length >= tokens[at + length - 1].End && !line.Text[tokens[at].Start..tokens[at + length - 1].End].Any(char.IsLower);
        return capitals ? office : null;
    }

    // Two to five words, each with one capital at its start.
    private static bool IsName(Line line)
    {
        if (line.Marker.Kind != MarkerKind.None || line.Length > 40)
            return false;
        var words = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5 && Array.TrueForAll(words, word => char.IsUpper(word[0]) && word.Skip(1).All(char.IsLower));
    }
}
