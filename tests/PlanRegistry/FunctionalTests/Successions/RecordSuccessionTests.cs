using System.Text.Json;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Directory.Sending;
using Kind = SocialPolicy.PlanRegistry.V1.Succession.Types.Kind;
using Subject = SocialPolicy.PlanRegistry.V1.Succession.Types.Subject;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Successions;

public sealed class RecordingASuccession(Registry registry) : IClassFixture<Registry>
{
    private static readonly Google.Type.Date LastDay = new() { Year = 2025, Month = 6, Day = 30 };

    [Fact]
    public async Task Ends_units_gives_them_their_heir_and_keeps_the_fact()
    {
        var (one, other, heir) = await Provinces();

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
        var (one, other, heir) = await Provinces();

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
        var (old, first, second) = await Offices();
        var request = Agencies(Kind.Split, [old], Heir(first, "0.25", "lao động"), Heir(second, "0.75", "trẻ em"));

        var answer = await registry.Successions.RecordSuccessionAsync(request);

        answer.Succession.Heirs.Select(heir => (heir.Code, heir.Share, heir.Function)).ShouldBe([(first, "0.25", "lao động"), (second, "0.75", "trẻ em")]);
        (await registry.Directory.GetAgencyAsync(new() { Name = old })).SucceededBy.ShouldBe(answer.Succession.Heirs.Select(heir => heir.Name));
        (await registry.Ask<string>("select payload from ground.outbox where aggregate = @name", new { name = answer.Succession.Name })).ShouldContain("0.75");
    }

    [Fact]
    public async Task Hands_functions_over_without_an_end()
    {
        var (old, first, second) = await Offices();

        var answer = await registry.Successions.RecordSuccessionAsync(Agencies(Kind.Transfer, [old], Heir(first, "", "dạy nghề"), Heir(second, "", "giảm nghèo")));

        var goesOn = await registry.Directory.GetAgencyAsync(new() { Name = old });
        goesOn.ValidTo.ShouldBeNull();
        goesOn.SucceededBy.ShouldBeEmpty();
        answer.Succession.Heirs.Select(heir => heir.Function).ShouldBe(["dạy nghề", "giảm nghèo"]);
    }

    [Fact]
    public async Task Dissolves_without_an_heir()
    {
        var (old, _, _) = await Offices();

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
        var (one, other, heir) = await Provinces();
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
        var (one, other, heir) = await Provinces();
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
        var (one, other, heir) = await Provinces();
        var request = Merge([one, other], heir);
        request.RequestId = $"{Guid.CreateVersion7()}";
        var first = await registry.Successions.RecordSuccessionAsync(request);

        (await registry.Successions.RecordSuccessionAsync(request)).ShouldBe(first);

        request.RequestId = "";
        await ShouldBeRefused(request, StatusCode.FailedPrecondition, "SUCCESSION_OVERLAPS");
    }

    [Fact]
    public async Task Is_recorded_once_however_many_try_at_the_same_time()
    {
        var (one, other, heir) = await Provinces();

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

    [Fact]
    public async Task Leaves_nothing_behind_when_it_is_refused()
    {
        var (one, other, heir) = await Provinces();
        var announced = await registry.DirectoryAnnouncements();

        await ShouldBeRefused(Merge([one, "test:nobody"], heir), StatusCode.NotFound, "UNIT_NOT_FOUND");
        await ShouldBeRefused(Merge([one, other], "test:nobody"), StatusCode.NotFound, "UNIT_NOT_FOUND");
        await ShouldBeRefused(Merge([one, other], one), StatusCode.InvalidArgument, "HEIR_IS_PREDECESSOR");
        await ShouldBeRefused(Merge([one, one], heir), StatusCode.InvalidArgument, "SUCCESSION_NAMES_TWICE");
        await ShouldBeRefused(Units(Kind.Merge, [one]), StatusCode.InvalidArgument, "SUCCESSION_KIND_DOES_NOT_FIT");
        await ShouldBeRefused(Units(Kind.Split, [one], Heir(other, "0.5"), Heir(heir, "0.6")), StatusCode.InvalidArgument, "SHARES_DO_NOT_ADD_UP");
        await ShouldBeRefused(Units(Kind.Split, [one], Heir(other, "half"), Heir(heir, "0.6")), StatusCode.InvalidArgument, "VALUE_MALFORMED");
        await ShouldBeRefused(new(), StatusCode.InvalidArgument, "FIELD_REQUIRED");

        (await registry.DirectoryAnnouncements()).ShouldBe(announced);
        (await registry.Directory.GetUnitAsync(new() { Name = one })).ValidTo.ShouldBeNull();
        (await registry.Successions.ListSuccessionsAsync(new() { Unit = one })).Successions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_refused_when_an_heir_is_superseded_itself_and_says_by_whom()
    {
        var (one, other, heir) = await Provinces();
        await registry.Successions.RecordSuccessionAsync(Merge([other], heir));

        var refused = await Refused.By(registry.Successions.RecordSuccessionAsync(Merge([one], other)));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.FailedPrecondition, "UNIT_SUPERSEDED"));
        (refused.Facts["heirs"], refused.Facts["heir_names"]).ShouldBe((heir, $"tỉnh {heir}"));
    }

    [Fact]
    public async Task Is_refused_before_a_predecessor_or_an_heir_began()
    {
        var (old, young) = (NewCode(), NewCode());
        var row = Province(young);
        row.ValidFrom = new() { Year = 2025, Month = 8, Day = 1 };
        await registry.Directory.Import([Province(old), row]);

        await ShouldBeRefused(Merge([young], old), StatusCode.FailedPrecondition, "PREDECESSOR_NOT_THERE_YET");
        await ShouldBeRefused(Merge([old], young), StatusCode.FailedPrecondition, "HEIR_NOT_THERE_YET");
    }

    [Fact]
    public async Task Is_refused_to_those_who_may_only_look()
    {
        var refused = await Refused.By(registry.SuccessionsAs("viewer", Role.Viewer, Role.FocalOfficer).RecordSuccessionAsync(new()));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.PermissionDenied, "CALLER_NOT_ALLOWED"));
    }

    [Fact]
    public async Task Lists_the_latest_day_first_page_by_page()
    {
        var (one, other, heir) = await Provinces();
        var early = Merge([one], heir);
        early.EffectiveOn = new() { Year = 2024, Month = 1, Day = 1 };
        var first = (await registry.Successions.RecordSuccessionAsync(early)).Succession;
        var second = (await registry.Successions.RecordSuccessionAsync(Merge([other], heir))).Succession;

        var page = await registry.Successions.ListSuccessionsAsync(new() { Unit = heir, PageSize = 1 });
        var rest = await registry.Successions.ListSuccessionsAsync(new() { Unit = heir, PageSize = 1, PageToken = page.NextPageToken });

        page.Successions.ShouldBe([second]);
        rest.Successions.ShouldBe([first]);
        rest.NextPageToken.ShouldBeEmpty();
        (await Refused.By(registry.Successions.ListSuccessionsAsync(new() { Unit = other, PageToken = page.NextPageToken }))).Reason.ShouldBe("PAGE_TOKEN_INVALID");
        (await Refused.By(registry.Successions.ListSuccessionsAsync(new() { PageSize = 501 }))).Reason.ShouldBe("PAGE_SIZE_OUT_OF_RANGE");
        (await Refused.By(registry.Successions.ListSuccessionsAsync(new() { Agency = "test:nobody" }))).Reason.ShouldBe("AGENCY_NOT_FOUND");
        (await Refused.By(registry.Successions.GetSuccessionAsync(new() { Name = "successions/1" }))).Reason.ShouldBe("NAME_MALFORMED");
    }

    private async Task<(string One, string Other, string Heir)> Provinces()
    {
        var (one, other, heir) = (NewCode(), NewCode(), NewCode());
        await registry.Directory.Import([Province(one, $"tỉnh {one}"), Province(other, $"tỉnh {other}"), Province(heir, $"tỉnh {heir}")]);
        return (one, other, heir);
    }

    private async Task<(string Old, string First, string Second)> Offices()
    {
        var (province, old, first, second) = (NewCode(), NewCode(), NewCode(), NewCode());
        await registry.Directory.Import([Province(province)], [Agency(old, province, "Sở Cũ"), Agency(first, province, "Sở Thứ nhất"), Agency(second, province, "Sở Thứ hai")]);
        return (old, first, second);
    }

    private async Task<string> Means(string text, string issuer, Google.Type.Date on) =>
        (await registry.Directory.ResolvePartyAsync(new() { Text = text, Issuer = issuer, On = on })).Party.Agency;

    private static V1.RecordSuccessionRequest Merge(string[] predecessors, string heir) => Units(Kind.Merge, predecessors, Heir(heir));

    private static V1.RecordSuccessionRequest Units(Kind kind, string[] predecessors, params V1.Succession.Types.Heir[] heirs) => Recording.Of(Subject.Units, kind, predecessors, heirs);

    private static V1.RecordSuccessionRequest Agencies(Kind kind, string[] predecessors, params V1.Succession.Types.Heir[] heirs) => Recording.Of(Subject.Agencies, kind, predecessors, heirs);

    private static V1.Succession.Types.Heir Heir(string code, string share = "", string function = "") => new() { Name = code, Share = share, Function = function };

    private async Task ShouldBeRefused(V1.RecordSuccessionRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Successions.RecordSuccessionAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
