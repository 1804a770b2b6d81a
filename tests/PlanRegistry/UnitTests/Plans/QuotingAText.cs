using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.UnitTests.Plans;

public sealed class QuotingAText
{
    [Fact]
    public void Keeps_what_is_short() => Printed.Shortened("a  b").ShouldBe("a b");

    [Fact]
    public void Cuts_what_is_long_to_200_characters() =>
        Printed.Shortened(new string('a', 300)).ShouldBe(new string('a', 199) + "…");

    [Fact]
    public void Never_cuts_a_character_in_half()
    {
        var quote = Printed.Shortened(new string('a', 198) + "🙂🙂🙂");

        quote.ShouldBe(new string('a', 198) + "…");
    }
}
