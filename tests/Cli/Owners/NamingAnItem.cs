using SocialPolicy.Cli.Owners;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.UnitTests.Owners;

public sealed class NamingAnItem
{
    [Fact]
    public void Is_understood_whole_and_within_its_plan()
    {
        OwnerCommands.NameOf("tasks/1", "plans/2").ShouldBe("plans/2/tasks/1");
        OwnerCommands.NameOf("plans/3/tasks/1", "plans/2").ShouldBe("plans/3/tasks/1");
        OwnerCommands.Within("plans/2/tasks/1").ShouldBe("tasks/1");
    }

    [Fact]
    public void Shows_an_agency_by_its_code_and_says_when_it_has_ended()
    {
        OwnerCommands.Agency(null).ShouldBe("–");
        OwnerCommands.Agency(new OwnerAgency { Code = "gso:14", InForce = true }).ShouldBe("gso:14");
        OwnerCommands.Agency(new OwnerAgency { Code = "gso:14" }).ShouldBe("gso:14 (ended)");
    }
}
