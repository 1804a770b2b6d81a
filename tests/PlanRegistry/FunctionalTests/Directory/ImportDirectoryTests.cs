using System.Text.Json;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Directory.Sending;
using Sent = SocialPolicy.PlanRegistry.V1.ImportDirectoryRequest.Types;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Directory;

public sealed class ImportingTheDirectory(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Adds_what_is_new_in_whatever_order_it_comes()
    {
        var (province, district, office) = (NewCode(), NewCode(), NewCode());

        var answer = await registry.Directory.Import([District(district, province), Province(province)], [Agency(office, district, "Phòng Nội vụ")]);

        (answer.AddedUnitCount, answer.AddedAgencyCount, answer.UnchangedCount).ShouldBe((2, 1, 0));
        var below = await registry.Directory.GetUnitAsync(new() { Name = district });
        below.Parent.ShouldBe((await registry.Directory.GetUnitAsync(new() { Name = province })).Name);
        (await registry.Directory.GetAgencyAsync(new() { Name = office })).Unit.ShouldBe(below.Name);
    }

    [Fact]
    public async Task Changes_and_announces_nothing_the_second_time()
    {
        var (province, office) = (NewCode(), NewCode());
        Task<V1.ImportDirectoryResponse> Again() => registry.Directory.Import([Province(province)], [Agency(office, province, "Sở Y tế")]);
        await Again();
        var unit = await registry.Directory.GetUnitAsync(new() { Name = province });
        var announced = await registry.DirectoryAnnouncements();

        (await Again()).ShouldBe(new() { UnchangedCount = 2 });

        (await registry.Directory.GetUnitAsync(new() { Name = province })).ShouldBe(unit);
        (await registry.DirectoryAnnouncements()).ShouldBe(announced);
    }

    [Fact]
    public async Task Announces_only_what_says_something_else_now()
    {
        var (stays, changes) = (NewCode(), NewCode());
        await registry.Directory.Import([Province(stays), Province(changes)]);
        var before = await registry.Directory.GetUnitAsync(new() { Name = changes });

        var answer = await registry.Directory.Import([Province(stays), Province(changes, "thành phố Mẫu")]);

        (answer.ChangedUnitCount, answer.UnchangedCount).ShouldBe((1, 1));
        var after = await registry.Directory.GetUnitAsync(new() { Name = changes });
        (after.Name, after.DisplayName).ShouldBe((before.Name, "thành phố Mẫu"));
        after.Etag.ShouldNotBe(before.Etag);
        using var fact = JsonDocument.Parse(await registry.Ask<string>(
            "select payload from ground.outbox where aggregate = 'directory' order by position desc limit 1"));
        var told = fact.RootElement.EnumerateObject().Single().Value.EnumerateArray().ShouldHaveSingleItem();
        told.GetRawText().ShouldContain(changes);
    }

    [Fact]
    public async Task Announces_under_versions_that_grow()
    {
        var province = NewCode();
        await registry.Directory.Import([Province(province)], [Agency(NewCode(), province, "Sở Y tế")]);
        await registry.Directory.Import([Province(province, "tỉnh Khác")]);

        var versions = await registry.Ask<long[]>("select array_agg(aggregate_version order by position) from ground.outbox where aggregate = 'directory'");

        versions.ShouldBe(versions.Distinct().Order());
        versions[^1].ShouldBe((await registry.Directory.ListUnitsAsync(new() { PageSize = 1 })).DirectoryVersion);
    }

    [Fact]
    public async Task Takes_nothing_when_a_row_is_wrong_and_says_each_that_is()
    {
        var (good, taken) = (NewCode(), NewCode());
        await registry.Directory.Import([Province(taken)]);
        var badDate = Province(NewCode());
        badDate.ValidFrom = new() { Year = 2024, Month = 2, Day = 30 };
        var reversed = Province(NewCode());
        (reversed.Row, reversed.ValidFrom, reversed.ValidTo) = (7, new() { Year = 2025, Month = 1, Day = 1 }, new() { Year = 2024, Month = 1, Day = 1 });
        var unknownLevel = Province(NewCode());
        unknownLevel.Level = (V1.Unit.Types.Level)99;

        var violations = await Violations(() => registry.Directory.Import([Province(good), Province("no code"), badDate, reversed, unknownLevel, Province(NewCode(), ""), Province(NewCode(), new string('x', 201))]));

        violations.ShouldContain(("rows", "DIRECTORY_ROWS_INVALID"));
        violations.ShouldContain(("units[1].codes", "CODE_MALFORMED"));
        violations.ShouldContain(("units[2].valid_from", "DATE_INVALID"));
        violations.ShouldContain(("units row 7.valid_to", "VALIDITY_REVERSED"));
        violations.ShouldContain(("units[4].level", "VALUE_UNKNOWN"));
        violations.ShouldContain(("units[5].display_name", "FIELD_REQUIRED"));
        violations.ShouldContain(("units[6].display_name", "FIELD_TOO_LONG"));
        (await Refused.By(registry.Directory.GetUnitAsync(new() { Name = good }))).Reason.ShouldBe("UNIT_NOT_FOUND");
    }

    [Fact]
    public async Task Is_refused_for_codes_that_nobody_or_somebody_else_has()
    {
        var (taken, fresh) = (NewCode(), NewCode());
        await registry.Directory.Import([Province(taken)]);
        var second = Province(fresh);
        second.Codes.Add(taken);

        (await Violations(() => registry.Directory.Import([second]))).ShouldContain(("units[0].codes", "CODE_TAKEN"));
        (await Violations(() => registry.Directory.Import([District(NewCode(), "test:nobody")]))).ShouldContain(violation => violation.Reason == "CODE_UNKNOWN");
    }

    [Fact]
    public async Task Is_refused_when_units_stand_above_each_other()
    {
        var (one, other) = (NewCode(), NewCode());

        (await Violations(() => registry.Directory.Import([District(one, other), District(other, one)]))).Select(violation => violation.Reason)
            .ShouldBe(["DIRECTORY_ROWS_INVALID", "PARENT_CYCLE", "PARENT_CYCLE"]);
    }

    [Fact]
    public async Task Asks_but_does_not_assign_those_who_are_under_nobody_here()
    {
        var (province, insurance, office) = (NewCode(), NewCode(), NewCode());
        await registry.Directory.Import(
            [Province(province)], [Agency(insurance, province, "Bảo hiểm xã hội tỉnh", V1.Agency.Types.Kind.Vertical), Agency(office, province, "Sở Y tế")]);

        (await registry.Directory.GetAgencyAsync(new() { Name = insurance })).Binding.ShouldBe(V1.Agency.Types.Binding.Requested);
        (await registry.Directory.GetAgencyAsync(new() { Name = office })).Binding.ShouldBe(V1.Agency.Types.Binding.Assigned);
    }

    [Fact]
    public async Task Stores_and_announces_nothing_when_it_only_validates()
    {
        var (code, announced) = (NewCode(), await registry.DirectoryAnnouncements());

        (await registry.Directory.Import([Province(code)], options: new() { ValidateOnly = true })).AddedUnitCount.ShouldBe(1);

        (await Refused.By(registry.Directory.GetUnitAsync(new() { Name = code }))).Code.ShouldBe(StatusCode.NotFound);
        (await registry.DirectoryAnnouncements()).ShouldBe(announced);
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var (code, options) = (NewCode(), new Sent.Options { RequestId = $"{Guid.CreateVersion7()}" });
        var first = await registry.Directory.Import([Province(code)], options: options);

        (await registry.Directory.Import([Province(code)], options: options)).ShouldBe(first);
        first.AddedUnitCount.ShouldBe(1);
    }

    [Fact]
    public async Task Is_refused_without_options_first()
    {
        using var call = registry.Directory.ImportDirectory();
        await call.RequestStream.WriteAsync(new() { Rows = new() });
        await call.RequestStream.CompleteAsync();

        (await Refused.By(() => call.ResponseAsync)).Reason.ShouldBe("DIRECTORY_STREAM_MALFORMED");
    }

    [Fact]
    public async Task Is_refused_to_those_who_may_only_look()
    {
        var viewer = registry.DirectoryAs("viewer", Role.Viewer, Role.FocalOfficer);
        using var call = viewer.ImportDirectory();

        (await Refused.By(() => call.ResponseAsync)).Reason.ShouldBe("CALLER_NOT_ALLOWED");
    }
}
