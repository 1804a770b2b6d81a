using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Finds the "số" that says how many ("số cuộc tảo hôn", "tổng số hộ"), which "tỷ số" and "dân số" do not.</summary>
internal static class CountHeads
{
    /// <summary>Where it stands, or -1.</summary>
    public static int Find(ReadOnlySpan<Token> words)
    {
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (words[i].Is("số") && words[i + 1].IsWord && (i == 0 || words[i - 1].Text is not ("chỉ" or "tỷ" or "tỉ" or "hệ" or "dân" or "một" or "đa" or "thiểu" or "con" or "mã")))
                return i;
        }

        return -1;
    }
}
