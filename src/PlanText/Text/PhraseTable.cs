using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanText.Text;

/// <summary>
/// Phrases with a meaning each, found at a token by the longest match. Built once from words as people write them;
/// compared folded.
/// </summary>
internal sealed class PhraseTable<T>
{
    private const int Marks = 4096;
    private const int MarksInWord = 64;

    private readonly Dictionary<string, List<Entry>> byFirst = new(StringComparer.Ordinal);

    // Most words begin no phrase: a mark for each that does spares looking the others up.
    private readonly ulong[] marks = new ulong[Marks / MarksInWord];

    public PhraseTable(IEnumerable<(string Phrase, T Meaning)> rows)
    {
        foreach (var (phrase, meaning) in rows)
        {
            var words = Tokenizer.Cut(TextFolding.Fold(phrase)).Select(token => token.Text).ToArray();
            if (!byFirst.TryGetValue(words[0], out var list))
            {
                byFirst[words[0]] = list = [];
                marks[Mark(words[0]) / MarksInWord] |= 1UL << (Mark(words[0]) % MarksInWord);
            }

            list.Add(new Entry(words, meaning));
        }

        foreach (var list in byFirst.Values)
            list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    /// <summary>Number of tokens matched at <paramref name="at"/>, 0 when none.</summary>
    public int Match(ReadOnlySpan<Token> tokens, int at, out T meaning)
    {
        meaning = default!;
        if ((uint)at >= (uint)tokens.Length || !MayBegin(tokens[at].Text) || !byFirst.TryGetValue(tokens[at].Text, out var list))
            return 0;
        foreach (var entry in list)
        {
            if (entry.IsAt(tokens, at))
            {
                meaning = entry.Meaning;
                return entry.Words.Length;
            }
        }

        return 0;
    }

    public bool IsAt(ReadOnlySpan<Token> tokens, int at) => Match(tokens, at, out _) > 0;

    /// <summary>The first match in the tokens, or -1.</summary>
    public int Find(ReadOnlySpan<Token> tokens, out T meaning, out int length)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            length = Match(tokens, i, out meaning);
            if (length > 0)
                return i;
        }

        (meaning, length) = (default!, 0);
        return -1;
    }

    public bool IsIn(ReadOnlySpan<Token> tokens) => Find(tokens, out _, out _) >= 0;

    private bool MayBegin(string word) => (marks[Mark(word) / MarksInWord] >> (Mark(word) % MarksInWord) & 1) != 0;

    private static int Mark(string word) => ((word[0] * 31) + (word[^1] * 7) + word.Length) & (Marks - 1);

    private sealed record Entry(string[] Words, T Meaning)
    {
        public bool IsAt(ReadOnlySpan<Token> tokens, int at)
        {
            if (at + Words.Length > tokens.Length)
                return false;
            for (var i = 0; i < Words.Length; i++)
            {
                if (!tokens[at + i].Is(Words[i]))
                    return false;
            }

            return true;
        }
    }
}

/// <summary>A table of phrases of which only the presence matters.</summary>
internal static class Phrases
{
    public static PhraseTable<bool> Of(params string[] phrases) => new(phrases.Select(phrase => (phrase, true)));
}
