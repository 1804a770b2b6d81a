using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Narrower places that a target may be about, in the words of the text.</summary>
internal static class Places
{
    private static readonly PhraseTable<bool> Words = Phrases.Of(
        "thành thị", "nông thôn", "khu vực thành thị", "khu vực nông thôn", "khu vực miền núi", "vùng sâu, vùng xa", "vùng sâu, vùng xa, biên giới", "vùng đồng bào dân tộc thiểu số và miền núi", "vùng đồng bào dân tộc thiểu số", "các xã", "các khu đô thị", "các địa phương", "miền núi", "xã biên giới", "vùng biên giới", "các xã đặc biệt khó khăn", "hải đảo", "đô thị");

    public static string? In(Flow flow, int from, int to)
    {
        var at = Words.Find(flow.Tokens.AsSpan(from, to - from), out _, out var length);
        return at < 0 ? null : flow.Words(flow.Tokens[from + at].Start, flow.Tokens[from + at + length - 1].End);
    }
}
