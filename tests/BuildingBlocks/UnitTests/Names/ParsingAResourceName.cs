using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Names;

namespace SocialPolicy.BuildingBlocks.UnitTests.Names;

public class ParsingAResourceName
{
    private static readonly ResourceName Plan = new("plans/{plan}");
    private static readonly ResourceName Target = new("plans/{plan}/targets/{target}");
    private static readonly Guid PlanId = Guid.Parse("01990000-0000-7000-8000-0000000000ab");
    private static readonly Guid TargetId = Guid.Parse("01990000-0000-7000-8000-0000000000cd");

    [Fact]
    public void Finds_the_id() => Plan.Parse(Plan.Of(PlanId)).ShouldBe(PlanId);

    [Fact]
    public void Finds_the_innermost_id_and_all_of_them()
    {
        var name = Target.Of(PlanId, TargetId);

        name.ShouldBe($"plans/{PlanId}/targets/{TargetId}");
        Target.Parse(name).ShouldBe(TargetId);
        Target.ParseAll(name).ShouldBe([PlanId, TargetId]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plans")]
    [InlineData("plans/")]
    [InlineData("plans/43-KH-UBND")]
    [InlineData("targets/01990000-0000-7000-8000-0000000000ab")]
    [InlineData("Plans/01990000-0000-7000-8000-0000000000ab")]
    [InlineData("plans/01990000-0000-7000-8000-0000000000AB")]
    [InlineData("plans/019900000000700080000000000000ab")]
    [InlineData("plans/{01990000-0000-7000-8000-0000000000ab}")]
    [InlineData("plans/ 01990000-0000-7000-8000-0000000000ab")]
    [InlineData("plans/01990000-0000-7000-8000-0000000000ab/")]
    [InlineData("/plans/01990000-0000-7000-8000-0000000000ab")]
    [InlineData("plans/01990000-0000-7000-8000-0000000000ab/targets/01990000-0000-7000-8000-0000000000cd")]
    public void Is_refused_when_it_has_another_form(string name)
    {
        var refused = Should.Throw<RuleBroken>(() => Plan.Parse(name, "parent")).First;

        refused.Reason.ShouldBe("NAME_MALFORMED");
        refused.Field.ShouldBe("parent");
        refused.Facts["pattern"].ShouldBe("plans/{plan}");
    }

    [Fact]
    public void Needs_a_pattern_that_ends_in_an_id() =>
        Should.Throw<ArgumentException>(() => new ResourceName("plans/{plan}/targets"));

    [Fact]
    public void Goes_back_only_with_as_many_ids_as_the_pattern_has() =>
        Should.Throw<ArgumentException>(() => Target.Of(PlanId));
}
