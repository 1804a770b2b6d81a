using System.Text.RegularExpressions;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Commands;
using SocialPolicy.PlanRegistry.FunctionalTests.Contract;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Access;

/// <summary>
/// Every command of the register, good in itself and about a plan of the committee of a province, as every role of that committee, of
/// the Government above, of two departments, and of another province: who is let in is what the table of docs/security.md says.
/// </summary>
public sealed partial class TryingEveryRole(Registry registry) : IClassFixture<Registry>
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

    public static TheoryData<string> Commands => [.. RpcsOfTheRegister.Commands];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Lets_those_in_whom_the_table_names(string command)
    {
        await StandsBelowTheGovernment();
        var prepared = (await registry.Prepare(command)).Rehearsed();
        await StandsBelowTheGovernment();
        var (roles, within) = Policy(command);
        var wrong = new List<string>();

        foreach (var agency in Agencies)
        {
            foreach (var role in Enum.GetValues<Role>().Except([Role.Service]))
            {
                var expected = roles.Contains(role) && IsWithin(within, role, agency, command);
                var outcome = await Outcome(prepared, registry.Of(agency, role));
                if (outcome == "OK" != expected || outcome is not ("OK" or "CALLER_NOT_ALLOWED" or "PLAN_NOT_YOURS" or "AGENCY_NOT_YOURS" or "PLAN_NOT_FOUND"))
                    wrong.Add($"{role.NameOnWire()} of {agency}: {outcome}");
            }
        }

        wrong.ShouldBeEmpty();
        (await Outcome(prepared, registry.Of(Caller.WholeInstallation, [.. roles]))).ShouldBe("OK");
        (await Outcome(prepared, registry.ActingFor([], [.. roles.Except([Role.Administrator])])) == "OK").ShouldBe(within is "");
    }

    // An administrator is bound by no agency.
    private static bool IsWithin(string within, Role role, string agency, string command) => role is Role.Administrator || within switch
    {
        "" => true,
        "installation" => false,
        "agency" when Concerned.GetValueOrDefault(command, []).Contains(agency) => true,
        _ => role switch
        {
            Role.Registrar => agency is Province.Committee || (agency is Above && !OfWhatIsHidden.Contains(command)),
            Role.FocalOfficer => agency is Province.Committee,
            _ => false,
        },
    };

    private static async Task<string> Outcome(PreparedCommand prepared, CallInvoker calls, int attempts = 5)
    {
        try
        {
            await prepared.Send(calls);
            return "OK";
        }
        catch (RpcException broken) when (broken.StatusCode is StatusCode.Cancelled && attempts > 1)
        {
            // A refusal of a stream that was still being sent: the end of the stream may come before the answer.
            return await Outcome(prepared, calls, attempts - 1);
        }
        catch (RpcException refused)
        {
            return Refused.Of(refused).Reason;
        }
    }

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

    private static (IReadOnlySet<Role> Roles, string Within) Policy(string command)
    {
        var row = Row().Matches(File.ReadAllText(Path.Combine(SampleFiles.Root(), "docs", "security.md")))
            .Single(match => match.Groups["service"].Value.StartsWith("socialpolicy.planregistry.", StringComparison.Ordinal) && match.Groups["rpc"].Value == command);
        var roles = row.Groups["roles"].Value.Split(", ").Select(name => RoleNames.TryParse(name, out var role) ? role : throw new InvalidDataException(name));
        return (roles.ToHashSet(), row.Groups["within"].Value.Trim());
    }

    [GeneratedRegex(@"^\| `(?<service>[^/`]+)/(?<rpc>\w+)` \| (?<roles>[^|]+) \| (?<within>[^|]*)\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
