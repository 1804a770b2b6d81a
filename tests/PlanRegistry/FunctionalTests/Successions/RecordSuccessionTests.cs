using System.Text.Json;
using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Directory.Sending;
using static SocialPolicy.PlanRegistry.FunctionalTests.Successions.Recording;
using Kind = SocialPolicy.PlanRegistry.V1.Succession.Types.Kind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Successions;

public sealed class RecordingASuccession(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Ends_units_gives_them_their_heir_and_keeps_the_fact()
    {
        var (one, other, heir) = await registry.Provinces();

        var answer = await registry.Successions.RecordSuccessionAsync(Merge([one, other], heir));

        var ended = await registry.Directory.GetUnitAsync(new() { Name = one });
        var lives = await registry.Directory.GetUnitAsync(new() { Name = heir });
        ended.ValidTo.ShouldBe(LastDay);
        ended.SucceededBy.ShouldBe([lives.Name]);
        (await registry.Directory.GetUnitAsync(new() { Name = other })).ValidTo.ShouldBe(LastDay);
        lives.ValidTo.ShouldBeNull();
        answer.Succession.Predecessors.Select(member => (member.Code, member.DisplayName)).ShouldBe([(one, $"tỉnh {one}"), (other, $"tỉnh {other}")]);
        answer.Succession.Heirs.ShouldHaveSingleItem().Name.ShouldBe(lives.Name);
        answer.Succession.Recorder.ShouldBe("registrar");
        (await registry.Successions.GetSuccessionAsync(new() { Name = answer.Succession.Name })).ShouldBe(answer.Succession);
    }

    [Fact]
    public async Task Announces_the_succession_and_what_changed_in_the_directory()
    {
        var (one, other, heir) = await registry.Provinces();

        var answer = await registry.Successions.RecordSuccessionAsync(Merge([one, other], heir));

        using var fact = JsonDocument.Parse(await registry.Ask<string>(
            "select payload from ground.outbox where aggregate = @name and type = 'planregistry.UnitSucceeded'", new { name = answer.Succession.Name }));
        fact.RootElement.GetProperty("kind").GetString().ShouldBe("merge");
        fact.RootElement.GetProperty("effectiveOn").GetString().ShouldBe("2025-07-01");
        fact.RootElement.GetProperty("predecessorIds").EnumerateArray().Select(id => $"units/{id.GetString()}").ShouldBe(answer.Succession.Predecessors.Select(member => member.Name));
        $"units/{fact.RootElement.GetProperty("heirs")[0].GetProperty("heirId").GetString()}".ShouldBe(answer.Succession.Heirs[0].Name);
        (await registry.Ask<string>("select payload from ground.outbox where type = 'planregistry.UnitsChanged' order by position desc limit 1")).ShouldContain(one);
    }

    [Fact]
    public async Task Splits_an_agency_by_share_and_function()
    {
        var (old, first, second) = await registry.Offices();
        var request = Agencies(Kind.Split, [old], Heir(first, "0.25", "lao động"), Heir(second, "0.75", "trẻ em"));

        var answer = await registry.Successions.RecordSuccessionAsync(request);

        answer.Succession.Heirs.Select(heir => (heir.Code, heir.Share, heir.Function)).ShouldBe([(first, "0.25", "lao động"), (second, "0.75", "trẻ em")]);
        (await registry.Directory.GetAgencyAsync(new() { Name = old })).SucceededBy.ShouldBe(answer.Succession.Heirs.Select(heir => heir.Name));
        (await registry.Ask<string>("select payload from ground.outbox where aggregate = @name", new { name = answer.Succession.Name })).ShouldContain("0.75");
    }

    [Fact]
    public async Task Hands_functions_over_without_an_end()
    {
        var (old, first, second) = await registry.Offices();

        var answer = await registry.Successions.RecordSuccessionAsync(Agencies(Kind.Transfer, [old], Heir(first, "", "dạy nghề"), Heir(second, "", "giảm nghèo")));

        var goesOn = await registry.Directory.GetAgencyAsync(new() { Name = old });
        goesOn.ValidTo.ShouldBeNull();
        goesOn.SucceededBy.ShouldBeEmpty();
        answer.Succession.Heirs.Select(heir => heir.Function).ShouldBe(["dạy nghề", "giảm nghèo"]);
    }

    [Fact]
    public async Task Dissolves_without_an_heir()
    {
        var (old, _, _) = await registry.Offices();

        await registry.Successions.RecordSuccessionAsync(Agencies(Kind.Dissolve, [old]));

        var ended = await registry.Directory.GetAgencyAsync(new() { Name = old });
        (ended.ValidTo, ended.SucceededBy.Count).ShouldBe((LastDay, 0));
    }

    [Fact]
    public async Task Keeps_id_and_code_of_what_is_renamed_and_its_name_of_before()
    {
        var code = NewCode();
        await registry.Directory.Import([Province(code, "tỉnh Thừa Thiên Mẫu")], [Agency($"{code}.ubnd", code, "Ủy ban nhân dân tỉnh Thừa Thiên Mẫu", V1.Agency.Types.Kind.PeoplesCommittee)]);
        var before = await registry.Directory.GetUnitAsync(new() { Name = code });
        var request = Units(Kind.Rename, [code]);
        request.NewName = "thành phố Mẫu";

        await registry.Successions.RecordSuccessionAsync(request);

        var after = await registry.Directory.GetUnitAsync(new() { Name = code });
        (after.Name, after.DisplayName, after.ValidTo).ShouldBe((before.Name, "thành phố Mẫu", null));
        after.FormerNames.ShouldHaveSingleItem().ShouldBe(new() { DisplayName = "tỉnh Thừa Thiên Mẫu", ValidTo = LastDay });
        after.Etag.ShouldNotBe(before.Etag);
        (await Means("UBND tỉnh", $"{code}.ubnd", LastDay)).ShouldNotBeEmpty();
        (await Means("UBND tỉnh", $"{code}.ubnd", new() { Year = 2025, Month = 7, Day = 1 })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Gives_a_ground_to_an_end_that_was_imported()
    {
        var (old, heir) = (NewCode(), NewCode());
        var row = Province(old);
        row.ValidTo = LastDay;
        row.SucceededByCodes.Add(heir);
        await registry.Directory.Import([row, Province(heir)]);
        var before = await registry.Directory.GetUnitAsync(new() { Name = old });

        await registry.Successions.RecordSuccessionAsync(Merge([old], heir));

        (await registry.Directory.GetUnitAsync(new() { Name = old })).ShouldBe(before);
        (await registry.Successions.ListSuccessionsAsync(new() { Unit = old })).Successions.ShouldHaveSingleItem().LegalGround.ShouldBe("Nghị quyết số 202/2025/QH15");
    }

    [Fact]
    public async Task Is_undone_by_no_old_file()
    {
        var (one, other, heir) = await registry.Provinces();
        await registry.Successions.RecordSuccessionAsync(Merge([one], heir));
        var rename = Units(Kind.Rename, [other]);
        rename.NewName = "thành phố Mới";
        await registry.Successions.RecordSuccessionAsync(rename);

        (await Violations(() => registry.Directory.Import([Province(one, $"tỉnh {one}"), Province(other, $"tỉnh {other}"), Province(heir, $"tỉnh {heir}")]))).ShouldBe(
        [
            ("rows", "DIRECTORY_ROWS_INVALID"),
            ("units[0].valid_to", "SUCCESSION_CONTRADICTED"),
            ("units[0].succeeded_by_codes", "SUCCESSION_CONTRADICTED"),
            ("units[1].display_name", "SUCCESSION_CONTRADICTED"),
        ]);
        var upToDate = Province(one, $"tỉnh {one}");
        upToDate.ValidTo = LastDay;
        upToDate.SucceededByCodes.Add(heir);
        (await registry.Directory.Import([upToDate, Province(other, "thành phố Mới")])).UnchangedCount.ShouldBe(2);
    }

    [Fact]
    public async Task Stores_and_announces_nothing_when_it_only_rehearses()
    {
        var (one, other, heir) = await registry.Provinces();
        var request = Merge([one, other], heir);
        request.ValidateOnly = true;

        var answer = await registry.Successions.RecordSuccessionAsync(request);

        answer.Succession.Kind.ShouldBe(Kind.Merge);
        (await registry.Directory.GetUnitAsync(new() { Name = one })).ValidTo.ShouldBeNull();
        (await Refused.By(registry.Successions.GetSuccessionAsync(new() { Name = answer.Succession.Name }))).Reason.ShouldBe("SUCCESSION_NOT_FOUND");
        (await registry.Ask<long>("select count(*) from ground.outbox where aggregate = @name", new { name = answer.Succession.Name })).ShouldBe(0);
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var (one, other, heir) = await registry.Provinces();
        var request = Merge([one, other], heir);
        request.RequestId = $"{Guid.CreateVersion7()}";
        var first = await registry.Successions.RecordSuccessionAsync(request);

        (await registry.Successions.RecordSuccessionAsync(request)).ShouldBe(first);

        request.RequestId = "";
        (await Refused.By(registry.Successions.RecordSuccessionAsync(request))).Reason.ShouldBe("SUCCESSION_OVERLAPS");
    }

    [Fact]
    public async Task Is_recorded_once_however_many_try_at_the_same_time()
    {
        var (one, other, heir) = await registry.Provinces();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            try
            {
                return (await registry.Successions.RecordSuccessionAsync(Merge([one, other], heir))).Succession.Kind.ToString();
            }
            catch (RpcException failure)
            {
                return Refused.Of(failure).Reason;
            }
        }));

        outcomes.Order(StringComparer.Ordinal).ShouldBe(["Merge", "SUCCESSION_OVERLAPS", "SUCCESSION_OVERLAPS", "SUCCESSION_OVERLAPS", "SUCCESSION_OVERLAPS"]);
    }

    private async Task<string> Means(string text, string issuer, Google.Type.Date on) =>
        (await registry.Directory.ResolvePartyAsync(new() { Text = text, Issuer = issuer, On = on })).Party.Agency;
}
