using SocialPolicy.Indicators.Domain.Figures;

namespace SocialPolicy.Indicators.UnitTests.Figures;

public sealed class KnowingWhatIsDemanded
{
    [Fact]
    public void Takes_the_level_and_the_year_of_a_target() => Demanded.By(ATarget.That("ge", 95)).ShouldBe(new(new(2030, 95), false));

    [Fact]
    public void Sees_that_less_is_better() => Demanded.By(ATarget.That("le", 3, direction: null)).ShouldBe(new(new(2030, 3), true));

    [Fact]
    public void Takes_the_end_of_a_range_that_is_better() => Demanded.By(ATarget.That("range", 3, "down", max: 4)).ShouldBe(new(new(2030, 4), true));

    [Fact]
    public void Says_nothing_of_what_demands_no_level()
    {
        Demanded.By(ATarget.Change("increase_by", 2, null)).ShouldBeNull();
        Demanded.By(ATarget.That("achieve", null)).ShouldBeNull();
        Demanded.By(ATarget.That("range", 3, direction: null, max: 4)).ShouldBeNull();
        Demanded.By(ATarget.That("ge", 95) with { Year = null }).ShouldBeNull();
    }
}
