using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.Accounts.Officers.SecondFactors;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.TokenService.FunctionalTests;

/// <summary>With the command line, as an operator does.</summary>
public sealed class KeepingOfficers : IDisposable
{
    private const string Password = "một câu dài của riêng tôi";

    private readonly CommandLine spp = new();

    public void Dispose() => spp.Dispose();

    [Fact]
    public async Task Adds_lists_and_changes_them_and_writes_each_act_down()
    {
        await Done(Password, "officer", "add", "nguyen.van.a", "--role", "reporting_officer", "--agency", "spp:sl.so-y-te", "--act-for", "spp:sl.so-xay-dung");
        await Done("", "officer", "roles", "nguyen.van.a", "--role", "approver", "--role", "viewer", "--agency", "*");
        await Done(Password + " mới", "officer", "reset", "nguyen.van.a");
        await Done("", "officer", "disable", "nguyen.van.a");

        var listed = await Listed();
        listed.GetProperty("name").GetString().ShouldBe("nguyen.van.a");
        listed.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["approver", "viewer"]);
        (listed.GetProperty("agency").GetString(), listed.GetProperty("disabled").GetBoolean()).ShouldBe(("*", true));
        listed.ToString().ShouldNotContain("hash");

        (await File.ReadAllLinesAsync(Path.Combine(spp.TokensFolder, "accounts.log"))).Select(line => string.Join(' ', line.Split('\t')[1..3])).ShouldBe(
            ["officer added nguyen.van.a", "officer roles nguyen.van.a", "officer password reset nguyen.van.a", "officer disabled nguyen.van.a"]);
        foreach (var file in Directory.GetFiles(spp.Data, "*", SearchOption.AllDirectories))
        {
            (await File.ReadAllTextAsync(file)).ShouldNotContain(Password);
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Has_a_password_changed_that_somebody_else_knows_unless_told_otherwise()
    {
        await Done(Password, "officer", "add", "nguyen.van.a", "--role", "viewer");
        (await MustChange()).ShouldBeTrue();

        await Done(Password, "officer", "reset", "nguyen.van.a", "--lasting");
        (await MustChange()).ShouldBeFalse();

        var made = JsonDocument.Parse((await spp.Run("officer", "reset", "nguyen.van.a", "--generate", "--json")).Output).RootElement;
        (await MustChange()).ShouldBeTrue();
        var officer = OfficersOnDisk.Read(new PrivateFolder(spp.TokensFolder))["nguyen.van.a"];
        officer.Password.Matches(made.GetProperty("password").GetString()!).ShouldBeTrue();
        (await File.ReadAllTextAsync(Path.Combine(spp.TokensFolder, "accounts.log"))).ShouldNotContain(made.GetProperty("password").GetString()!);

        async Task<bool> MustChange() => (await Listed()).GetProperty("must_change").GetBoolean();
    }

    [Fact]
    public async Task Tells_who_has_a_second_factor_and_takes_a_lost_one_away()
    {
        await Done(Password, "officer", "add", "nguyen.van.a", "--role", "viewer");
        (await spp.Run("officer", "reset-second-factor", "nguyen.van.a")).Errors.ShouldContain("SECOND_FACTOR_NOT_FOUND");
        SecondFactorsOnDisk.Change(new PrivateFolder(spp.TokensFolder), factors =>
            factors["nguyen.van.a"] = new("nguyen.van.a", "JBSWY3DPEHPK3PXP", new(2026, 11, 10, 0, 0, 0, TimeSpan.Zero), 0, [HashedSecret.OfRecoveryCode("0123456789abcdef")]));

        var factor = (await Listed()).GetProperty("second_factor");
        factor.GetProperty("recovery_codes").GetInt32().ShouldBe(1);
        factor.ToString().ShouldNotContain("JBSWY3DPEHPK3PXP");

        await Done("", "officer", "reset-second-factor", "nguyen.van.a");
        (await Listed()).GetProperty("second_factor").ValueKind.ShouldBe(JsonValueKind.Null);
        (await File.ReadAllLinesAsync(Path.Combine(spp.TokensFolder, "accounts.log")))[^1].ShouldContain("officer second factor reset\tnguyen.van.a");
    }

    [Theory]
    [InlineData("ngắn quá 11", "PASSWORD_LENGTH")]
    [InlineData("MatKhau123456", "PASSWORD_COMMON")]
    [InlineData("aaaaaaaaaaaaaaaa", "PASSWORD_COMMON")]
    [InlineData("xx-Nguyen.Van.A-xx", "PASSWORD_COMMON")]
    [InlineData("Chính sách xã hội 2026", "PASSWORD_COMMON")]
    [InlineData("Qwertyuiop2024!", "PASSWORD_COMMON")]
    [InlineData("Summer-2024-2024", "PASSWORD_COMMON")]
    public async Task Takes_no_password_that_is_short_or_everyones(string password, string reason)
    {
        var said = await spp.RunWith(password + "\n", "officer", "add", "nguyen.van.a", "--role", "viewer");

        (said.ExitCode, said.Output).ShouldBe((1, ""));
        said.Errors.ShouldContain(reason);
        said.Errors.ShouldNotContain(password);
        File.Exists(Path.Combine(spp.TokensFolder, "officers.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task Takes_no_password_that_a_list_of_stolen_ones_holds()
    {
        var list = Path.Combine(spp.Data, "stolen.txt");
        var stolen = Enumerable.Range(0, 1_000).Select(number => $"một câu bị lộ, số {number}").ToList();
        await File.WriteAllLinesAsync(list, stolen.Select(password => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)))).Order(StringComparer.Ordinal).Select((digits, seen) => $"{digits}:{seen}"));

        var breached = new BreachedPasswords(list);

        foreach (var password in stolen)
            Should.Throw<RuleBroken>(() => breached.MustNotHold(password)).First.Reason.ShouldBe("PASSWORD_BREACHED");
        for (var number = 1_000; number < 2_000; number++)
            breached.MustNotHold($"một câu bị lộ, số {number}");
        spp.Variables["Tokens__BreachedPasswords"] = list;
        (await spp.RunWith(stolen[17] + "\n", "officer", "add", "nguyen.van.a", "--role", "viewer")).Errors.ShouldContain("PASSWORD_BREACHED");
        await Done(Password, "officer", "add", "nguyen.van.a", "--role", "viewer");
    }

    [Theory]
    [InlineData("Nguyen Van A", "viewer", "OFFICER_NAME_MALFORMED")]
    [InlineData("nguyen.van.a", "service", "OFFICER_ROLES_UNKNOWN")]
    [InlineData("nguyen.van.a", "minister", "OFFICER_ROLES_UNKNOWN")]
    public async Task Takes_no_officer_that_cannot_be(string name, string role, string reason) =>
        (await spp.RunWith(Password + "\n", "officer", "add", name, "--role", role)).Errors.ShouldContain(reason);

    [Fact]
    public async Task Takes_a_name_once()
    {
        await Done(Password, "officer", "add", "nguyen.van.a", "--role", "viewer");

        (await spp.RunWith(Password + "\n", "officer", "add", "nguyen.van.a", "--role", "viewer")).Errors.ShouldContain("OFFICER_NAME_TAKEN");
        (await spp.Run("officer", "disable", "tran.thi.b")).Errors.ShouldContain("OFFICER_NOT_FOUND");
    }

    [Fact]
    public void Gives_every_role_but_that_of_the_services() =>
        OfficersHoldRoles.OfPeople.ShouldBe(Enum.GetValues<Role>().Where(role => role is not Role.Service).Select(role => role.NameOnWire()), ignoreOrder: true);

    private async Task<JsonElement> Listed() => JsonDocument.Parse((await spp.Run("officer", "list", "--json")).Output).RootElement[0];

    private async Task Done(string input, params string[] arguments)
    {
        var said = await spp.RunWith(input + "\n", arguments);
        said.ExitCode.ShouldBe(0, said.Errors);
        said.Output.ShouldNotBeEmpty();
    }
}
