using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.BuildingBlocks.UnitTests.Callers;

public class NamingARole
{
    [Theory]
    [InlineData(Role.Administrator, "administrator")]
    [InlineData(Role.FocalOfficer, "focal_officer")]
    [InlineData(Role.ReportingOfficer, "reporting_officer")]
    [InlineData(Role.Service, "service")]
    public void Spells_it_as_tokens_do(Role role, string name)
    {
        role.NameOnWire().ShouldBe(name);
        RoleNames.TryParse(name, out var parsed).ShouldBeTrue();
        parsed.ShouldBe(role);
    }

    [Theory]
    [InlineData("FocalOfficer")]
    [InlineData("minister")]
    [InlineData("")]
    [InlineData("1")]
    public void Knows_no_other_word(string name) => RoleNames.TryParse(name, out _).ShouldBeFalse();
}
