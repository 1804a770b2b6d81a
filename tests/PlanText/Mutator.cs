using System.Text;

namespace SocialPolicy.PlanText;

/// <summary>Damages a document in the ways that scanners, typists and attackers do; the same seed does the same damage.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Fragments =
    [
        "\n", "\n\n", " ", "", "%", "100%", "1.", "a)", "- ", "(", ")", "\"", "“", "”", "**", "|", "-----", ";", ".", ",", "./.", "năm 2030", "ngày 31/2/2024", "trước ngày 30/2", "trên", "dưới 5 tuổi",
        "/10.000 dân", "99999999999999999999999999999", "0,0,0", "1.2.3.4.5.6.7", "42-NQ/TW", "Số:", "Nơi nhận:", "I. MỤC TIÊU", "II. NHIỆM VỤ", "Sở", "chủ trì", "báo cáo", "\u0301", "\u200B", "\uD800", "\u00D0", "\0", "\u2028", "năm 9999", "tháng 13", "từ", "đến", "-", "– ", "trong đó", "và",
    ];

    private readonly Random random = new(seed);

    public string Damage(string text)
    {
        var damaged = new StringBuilder(text);
        for (var left = random.Next(1, 40); left > 0; left--)
            Once(damaged);
        return damaged.ToString();
    }

    private void Once(StringBuilder text)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 200), text.Length - at);
        switch (random.Next(7))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, Fragments[random.Next(Fragments.Length)]);
                break;
            case 2:
                text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                break;
            case 3 when at < text.Length:
                text[at] = (char)random.Next(0x20, 0x2100);
                break;
            case 4:
                text.Replace("\n\n", "\n", at, length);
                break;
            case 5:
                text.Replace(' ', '\n', at, length);
                break;
            default:
                text.Insert(at, Fragments[random.Next(Fragments.Length)], random.Next(1, 30));
                break;
        }
    }
}
