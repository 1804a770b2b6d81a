using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Directory.Sending;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Directory;

public sealed class LookingIntoTheDirectory(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Finds_a_unit_and_an_agency_by_name_or_by_any_code()
    {
        var (first, second, office) = (NewCode(), NewCode(), NewCode());
        var row = Province(first);
        row.Codes.Add(second);
        await registry.Directory.Import([row], [Agency(office, first, "Sở Y tế")]);
        var viewer = registry.DirectoryAs("viewer", Role.Viewer);

        var unit = await viewer.GetUnitAsync(new() { Name = first });
        (await viewer.GetUnitAsync(new() { Name = unit.Name })).ShouldBe(unit);
        (await viewer.GetUnitAsync(new() { Name = second })).ShouldBe(unit);
        var agency = await viewer.GetAgencyAsync(new() { Name = office });
        (await viewer.GetAgencyAsync(new() { Name = agency.Name })).ShouldBe(agency);
    }

    [Theory]
    [InlineData("test:nobody", StatusCode.NotFound, "UNIT_NOT_FOUND")]
    [InlineData("units/0199aaaa-0000-7000-8000-000000000001", StatusCode.NotFound, "UNIT_NOT_FOUND")]
    [InlineData("units/1", StatusCode.InvalidArgument, "NAME_MALFORMED")]
    public async Task Is_refused_for_a_unit_that_is_not_there(string name, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Directory.GetUnitAsync(new() { Name = name }));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }

    [Theory]
    [InlineData("test:nobody", StatusCode.NotFound, "AGENCY_NOT_FOUND")]
    [InlineData("agencies/0199aaaa-0000-7000-8000-000000000001", StatusCode.NotFound, "AGENCY_NOT_FOUND")]
    [InlineData("units/0199aaaa-0000-7000-8000-000000000001", StatusCode.InvalidArgument, "NAME_MALFORMED")]
    public async Task Is_refused_for_an_agency_that_is_not_there(string name, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Directory.GetAgencyAsync(new() { Name = name }));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }

    [Fact]
    public async Task Lists_the_agencies_of_one_unit_page_by_page()
    {
        var (here, there) = (NewCode(), NewCode());
        await registry.Directory.Import(
            [Province(here), Province(there)],
            [Agency(NewCode(), here, "Sở Y tế"), Agency(NewCode(), here, "Sở Nội vụ"), Agency(NewCode(), there, "Sở Xây dựng")]);

        var first = await registry.Directory.ListAgenciesAsync(new() { Unit = here, PageSize = 1 });
        var second = await registry.Directory.ListAgenciesAsync(new() { Unit = here, PageSize = 1, PageToken = first.NextPageToken });

        first.Agencies.Concat(second.Agencies).Select(agency => agency.DisplayName).Order(StringComparer.Ordinal).ShouldBe(["Sở Nội vụ", "Sở Y tế"]);
        second.NextPageToken.ShouldBeEmpty();
        (await Refused.By(registry.Directory.ListAgenciesAsync(new() { Unit = "test:nobody" }))).Reason.ShouldBe("UNIT_NOT_FOUND");
        (await Refused.By(registry.Directory.ListAgenciesAsync(new() { Unit = there, PageToken = first.NextPageToken }))).Reason.ShouldBe("PAGE_TOKEN_INVALID");
    }

    [Fact]
    public async Task Lists_only_units_changed_since_a_time()
    {
        await registry.Directory.Import([Province(NewCode())]);
        registry.Clock.Advance(TimeSpan.FromMinutes(1));
        var since = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(registry.Clock.GetUtcNow());
        var late = NewCode();
        await registry.Directory.Import([Province(late)]);

        (await registry.Directory.ListUnitsAsync(new() { UpdatedSince = since })).Units.ShouldHaveSingleItem().Codes.ShouldBe([late]);
        (await Refused.By(registry.Directory.ListUnitsAsync(new() { PageSize = 1001 }))).Reason.ShouldBe("PAGE_SIZE_OUT_OF_RANGE");
    }
}
