using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Access;
using SocialPolicy.Harness.Calls;
using SocialPolicy.PlanRegistry.FunctionalTests.Commands;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Access;

/// <summary>
/// Every command of the register, good in itself and about a plan of the committee of a province, as every role of that committee, of
/// the Government above, of two departments, and of another province: who is let in is what the table of docs/security.md says.
/// </summary>
public sealed class TryingEveryRole(Registry registry) : IClassFixture<Registry>
{
    private const string Above = "own:chinh-phu";
    private const string Foreign = "own:dien-bien.ubnd";

    private static readonly string[] Agencies = [Province.Committee, Above, Province.Health, Province.HomeAffairs, Foreign];

    // Whose the command is, where it is about an agency of its own; a plan everybody takes in for himself.
    private static readonly Dictionary<string, string[]> Concerned = new()
    {
        ["ImportPlan"] = Agencies,
        ["RaiseMatter"] = [Province.Health],
        ["AnswerMatter"] = [Province.HomeAffairs],
        ["RecordContribution"] = [Province.HomeAffairs],
        ["AssessTask"] = [Province.Health],
        ["CompleteTask"] = [Province.Health],
        ["AttachEvidence"] = [Province.Health],
    };

    // The plan is not published: who did not take it in does not see it, wherever he stands.
    private static readonly HashSet<string> OfWhatIsHidden = ["ConfirmReading", "PublishPlan", "AcceptFinding", "WithdrawAcceptance"];

    public static TheoryData<string> Commands => [.. Prepared.OfTheContract];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Lets_those_in_whom_the_table_names(string command)
    {
        await StandsBelowTheGovernment();
        var prepared = await registry.Prepare(command);
        await StandsBelowTheGovernment();
        var within = PolicyTable.Of(Rpcs.RpcOf(prepared.Messages[0])).Within;

        (await registry.AsEveryRole(Agencies).Try(Ask.To(prepared, caller => Answer(within, caller, command)))).ShouldBeEmpty();
    }

    private static string Answer(string within, Stand caller, string command)
    {
        if (IsWithin(within, caller, command))
            return Ask.Ok;
        if (command is "ImportPlan")
            return "FIELD_REQUIRED";
        if (OfWhatIsHidden.Contains(command) && !caller.IsOf(Province.Committee))
            return "PLAN_NOT_FOUND";
        return within is "agency" || command is "PublishPlan" ? "AGENCY_NOT_YOURS" : "PLAN_NOT_YOURS";
    }

    // Whom no agency bounds keeps every plan, and acts for no agency that is not named.
    private static bool IsWithin(string within, Stand caller, string command) => within switch
    {
        "" or "installation" => true,
        _ when caller.IsUnbounded => caller.Role is Role.Administrator or Role.Registrar or Role.FocalOfficer,
        "agency" when Concerned.GetValueOrDefault(command, []).Contains(caller.Agency) => true,
        _ => caller.Role switch
        {
            Role.Registrar => caller.IsOf(Province.Committee) || (caller.IsOf(Above) && !OfWhatIsHidden.Contains(command)),
            Role.FocalOfficer => caller.IsOf(Province.Committee),
            _ => false,
        },
    };

    private async Task StandsBelowTheGovernment()
    {
        var country = Sending.Province("own:viet-nam", "Việt Nam");
        country.Level = V1.Unit.Types.Level.Country;
        await registry.ProvinceDirectory();
        await registry.Directory.Import(
            [country, Sending.Province("own:dien-bien", "tỉnh Điện Biên")],
            [
                Sending.Agency(Above, "own:viet-nam", "Chính phủ", V1.Agency.Types.Kind.PeoplesCommittee),
                Sending.Agency(Foreign, "own:dien-bien", "Ủy ban nhân dân tỉnh Điện Biên", V1.Agency.Types.Kind.PeoplesCommittee),
            ]);
        await registry.Do("update units set parent_id = (select id from units where codes @> array['own:viet-nam']) where codes @> array['own:sl']");
        await registry.Do("update plans set kept_by = (select id from agencies where codes @> array['own:ubnd']) where state <> 'published'");
    }
}
