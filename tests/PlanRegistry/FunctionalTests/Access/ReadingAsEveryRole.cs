using Google.Protobuf;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Access;
using SocialPolicy.PlanRegistry.FunctionalTests.Commands;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Access;

/// <summary>
/// Every read of the register as every role of the department that has taken a plan in, of another, of the committee above, and of another
/// province: who is let in is what the table of docs/security.md says, what is shown is what it says of things.
/// </summary>
public sealed class ReadingAsEveryRole(Registry registry) : IClassFixture<Registry>
{
    private const string Foreign = "own:dien-bien.ubnd";

    [Fact]
    public async Task Shows_each_what_he_may_see_and_nothing_else()
    {
        await HasAnotherProvince();
        var asks = (await Shelf.Of(registry)).All();
        var everyRole = registry.AsEveryRole(Province.Health, Province.HomeAffairs, Province.Committee, Foreign);
        EveryRole.NotAsked(asks, "socialpolicy.planregistry.v1").Select(path => path.Split('/')[1]).ShouldBe(Prepared.Names, ignoreOrder: true);

        var wrong = new List<string>();
        foreach (var ask in asks)
            wrong.AddRange(await everyRole.Try(ask));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_nobody_else_that_something_has_come_to_be()
    {
        await HasAnotherProvince();
        var shelf = await Shelf.Of(registry);
        var below = await registry.PublishesBelow("73001");
        var strangers = new[] { Foreign, Province.HomeAffairs, Province.Committee }
            .Select(agency => registry.Of(agency, [.. Enum.GetValues<Role>().Except([Role.Service, Role.Administrator])])).ToArray();
        var before = await Told();

        await registry.TakesIn(shelf.Published);
        await registry.TakesInTheOneAbove("73001");

        Everything.Differences(before, await Told()).ShouldBeEmpty();

        async Task<string[]> Told() =>
            [.. (await Task.WhenAll(strangers.Select(stranger => Everything.Told(stranger, Lists(shelf, below))))).SelectMany(told => told)];
    }

    private async Task HasAnotherProvince()
    {
        await registry.ProvinceDirectory();
        await registry.Directory.Import(
            [Sending.Province("own:dien-bien", "tỉnh Điện Biên")],
            [Sending.Agency(Foreign, "own:dien-bien", "Ủy ban nhân dân tỉnh Điện Biên", V1.Agency.Types.Kind.PeoplesCommittee)]);
    }

    private static IEnumerable<IMessage> Lists(Shelf shelf, V1.Plan below)
    {
        var (plan, above) = (shelf.Published.Name, shelf.Above.Name);
        return
        [
            new V1.ListPlansRequest(), new V1.ListPlansRequest { State = V1.Plan.Types.State.Confirmed }, new V1.ListPlansRequest { Query = "thất nghiệp" },
            new V1.BatchGetPlansRequest { Names = { plan } }, new V1.ListFlagsRequest(), new V1.ListFlagsRequest { Plan = plan },
            new V1.SearchRequest { Query = "thất nghiệp" }, new V1.SearchRequest { Query = "XÃ MƯỜNG BÚ" }, new V1.SearchRequest { Query = "kế hoạch", Kinds = { V1.SearchResult.Types.Kind.Document } },
            new V1.ListUnassignedPartiesRequest(), new V1.ListPartyAssignmentsRequest(), new V1.ListAmendmentsRequest { Plan = plan }, new V1.CheckAlignmentRequest { Plan = plan }, new V1.CheckAlignmentRequest { Plan = below.Name },
            new V1.ListOwnersRequest { Plan = plan }, new V1.ListUnownedRequest(), new V1.ListUnownedRequest { Plan = plan }, new V1.SuggestOwnersRequest { Plan = plan },
            new V1.ListTaskWorkRequest { Plan = plan }, new V1.ListMattersRequest(),
            new V1.ListDocumentsRequest(), new V1.ListDocumentsRequest { OnlyStubs = true }, new V1.ListDocumentsRequest { OnlyAmbiguous = true }, new V1.ListDocumentsRequest { Query = "KH-UBND" },
            new V1.ListAncestorsRequest { Name = above }, new V1.ListDescendantsRequest { Name = above }, new V1.ListAffectedPlansRequest { Name = above },
            new V1.ListDescendantsRequest { Name = plan }, new V1.ListAffectedPlansRequest { Name = plan }, new V1.GetCoverageRequest { Name = plan, Text = "UBND các xã" },
            new V1.ListInvalidBasesRequest(), new V1.ListInvalidBasesRequest { OnlyPlans = true }, new V1.GetCoverageRequest { Name = above, Text = "các sở, ban, ngành" },
            new V1.ListUnitsRequest(), new V1.ListAgenciesRequest(), new V1.ListSuccessionsRequest(), new V1.ExportPlanRequest { Name = plan },
        ];
    }
}
