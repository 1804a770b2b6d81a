namespace SocialPolicy.BuildingBlocks.Domain.Text;

/// <summary>
/// The two spellings that Vietnamese allows inside one syllable: where the tone mark stands (hoà, hòa) and whether a
/// lone final vowel is i or y (kĩ, kỹ). One character is exchanged for one, so lengths never change.
/// </summary>
internal static class SyllableFolding
{
    // Each row holds one vowel: bare, then with grave, hook, tilde, acute and dot.
    private static readonly string[] Vowels = ["aàảãáạ", "eèẻẽéẹ", "iìỉĩíị", "oòỏõóọ", "uùủũúụ", "yỳỷỹýỵ"];

    private static readonly Dictionary<char, (int Vowel, int Tone)> Toned = Vowels
        .SelectMany((row, vowel) => row.Select((letter, tone) => (letter, vowel, tone)))
        .ToDictionary(x => x.letter, x => (x.vowel, x.tone));

    private const string Consonants = "bcdđghklmnpqrstvx";

    public static void Fold(Span<char> syllable)
    {
        PlaceTone(syllable);
        WriteFinalYAsI(syllable);
    }

    // oà, oè, uỳ become òa, òe, ùy; after q the u belongs to the consonant, so the tone goes the other way.
    private static void PlaceTone(Span<char> syllable)
    {
        for (var i = 0; i + 1 < syllable.Length; i++)
        {
            if (!Toned.TryGetValue(syllable[i], out var first) || !Toned.TryGetValue(syllable[i + 1], out var second))
                continue;
            if ((first.Tone == 0) == (second.Tone == 0) || !IsGlide(Vowels[first.Vowel][0], Vowels[second.Vowel][0]))
                continue;

            var tone = first.Tone + second.Tone;
            var afterQ = i > 0 && syllable[i - 1] == 'q';
            syllable[i] = Vowels[first.Vowel][afterQ ? 0 : tone];
            syllable[i + 1] = Vowels[second.Vowel][afterQ ? tone : 0];
        }
    }

    private static bool IsGlide(char first, char second) => (first, second) is ('o', 'a') or ('o', 'e') or ('u', 'y') or ('u', 'e' or 'a' or 'i');

    private static void WriteFinalYAsI(Span<char> syllable)
    {
        var last = syllable.Length - 1;
        if (last < 1 || !Toned.TryGetValue(syllable[last], out var vowel) || Vowels[vowel.Vowel][0] != 'y')
            return;
        var before = syllable[last - 1];
        var afterQu = before == 'u' && last > 1 && syllable[last - 2] == 'q';
        if (afterQu || Consonants.Contains(before, StringComparison.Ordinal))
            syllable[last] = Vowels[2][vowel.Tone];
    }
}
