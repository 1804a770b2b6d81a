using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.UnitTests.Plans;

public sealed class CorrectingAField
{
    private readonly Plan plan = new();

    [Fact]
    public void Takes_text_as_it_is()
    {
        PlanFields.Set(plan, "number", "43/KH-UBND");
        plan.Number.ShouldBe("43/KH-UBND");
    }

    [Theory]
    [InlineData("2024-02-06", 2024, 2, 6)]
    [InlineData("2024-10", 2024, 10, 0)]
    [InlineData("2024", 2024, 0, 0)]
    public void Takes_whole_and_partial_dates(string typed, int year, int month, int day)
    {
        PlanFields.Set(plan, "issued_on", typed);
        plan.IssuedOn.ShouldBe(new Google.Type.Date { Year = year, Month = month, Day = day });
    }

    [Theory]
    [InlineData("province")]
    [InlineData("LEVEL_PROVINCE")]
    public void Takes_the_short_and_the_full_name_of_a_level(string typed)
    {
        PlanFields.Set(plan, "issuer_level", typed);
        plan.IssuerLevel.ShouldBe(Plan.Types.Level.Province);
    }

    [Theory]
    [InlineData("colour", "red")]
    [InlineData("issued_on", "06/02/2024")]
    [InlineData("period_to", "soon")]
    [InlineData("issuer_level", "village")]
    [InlineData("summary", "1")]
    public void Refuses_what_it_does_not_understand_and_names_the_field(string field, string typed) =>
        Should.Throw<IOException>(() => PlanFields.Set(plan, field, typed)).Message.ShouldContain(field);
}
