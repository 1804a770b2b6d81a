using SocialPolicy.Cli.Successions;

namespace SocialPolicy.Cli.UnitTests.Successions;

public sealed class NamingAnHeir
{
    [Theory]
    [InlineData("gso:56", "gso:56", "", "")]
    [InlineData("gso:56=0.35", "gso:56", "0.35", "")]
    [InlineData("spp:so-y-te==trẻ em, bảo trợ", "spp:so-y-te", "", "trẻ em, bảo trợ")]
    [InlineData("spp:so-y-te = 0.5 = dạy nghề = lao động", "spp:so-y-te", "0.5", "dạy nghề = lao động")]
    [InlineData("01990000-0000-7000-8000-000000000001", "agencies/01990000-0000-7000-8000-000000000001", "", "")]
    public void Takes_a_code_a_share_and_a_function(string said, string name, string share, string function) =>
        HeirSaid.Read(said, "agencies").ShouldBe(new() { Name = name, Share = share, Function = function });

    [Theory]
    [InlineData("")]
    [InlineData("=0.5")]
    public void Is_refused_when_nobody_is_named(string said) => Should.Throw<IOException>(() => HeirSaid.Read(said, "agencies"));
}
