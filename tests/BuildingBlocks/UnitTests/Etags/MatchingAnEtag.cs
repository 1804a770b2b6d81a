using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Etags;

namespace SocialPolicy.BuildingBlocks.UnitTests.Etags;

public class MatchingAnEtag
{
    [Fact]
    public void Passes_for_the_version_seen() => Should.NotThrow(() => Etag.MustMatch(Etag.Of(7), 7));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Passes_without_an_etag(string? none) => Should.NotThrow(() => Etag.MustMatch(none, 7));

    [Theory]
    [InlineData("v6")]
    [InlineData("V7")]
    [InlineData("7")]
    public void Is_a_conflict_for_any_other(string seen)
    {
        var refused = Should.Throw<RuleBroken>(() => Etag.MustMatch(seen, 7)).First;

        refused.Reason.ShouldBe("ETAG_MISMATCH");
        refused.Kind.ShouldBe(RuleKind.Conflict);
        refused.Facts["etag"].ShouldBe(Etag.Of(7));
    }
}
