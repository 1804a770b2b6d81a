namespace SocialPolicy.Indicators.UnitTests.Charts;

/// <summary>What somebody may have typed as a name.</summary>
internal static class Hostile
{
    public const string Text = "<script>alert('x')</script>]]> & \"Bà Rịa\" \u0000\u0007\ud800\uffff\r\n<!-- ]]&gt;";

    public static void ShouldBeHarmless(string svg)
    {
        svg.ShouldNotContain("<script");
        svg.ShouldNotContain("]]>");
        svg.ShouldNotContain("<!--");
        Drawn.Of(svg).Texts.ShouldContain(text => text.Contains("<script>", StringComparison.Ordinal));
    }
}
