using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Access;

public sealed class SeeingAPlan(Registry registry) : IClassFixture<Registry>, IAsyncLifetime
{
    public Task InitializeAsync() => registry.KnowsThePlaces();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(Places.Committee)]
    [InlineData(Places.OtherProvince)]
    [InlineData(Places.Health)]
    [InlineData("acc:unknown")]
    public async Task Before_it_is_published_is_for_the_agency_alone_that_took_it_in(string other)
    {
        var plan = await TakenInBy(Places.Labour);
        var (plans, stranger) = (Plans(Places.Labour), Plans(other));
        var name = new V1.GetPlanRequest { Name = plan.Name };

        (await plans.GetPlanAsync(name)).Name.ShouldBe(plan.Name);
        (await All(plans)).ShouldContain(plan.Name);
        (await Found(Places.Labour, plan)).ShouldNotBeEmpty();
        foreach (var refused in await Refusals(other, plan))
            (refused.Code, refused.Reason).ShouldBe((StatusCode.NotFound, "PLAN_NOT_FOUND"));
        (await All(stranger)).ShouldNotContain(plan.Name);
        (await Found(other, plan)).ShouldBeEmpty();
        (await stranger.ListFlagsAsync(new())).Flags.Select(flag => flag.Plan).ShouldNotContain(plan.Name);
        (await Assignments(other).ListUnassignedPartiesAsync(new())).Parties.Select(party => party.Plan).ShouldNotContain(plan.Name);
    }

    [Fact]
    public async Task Is_for_everybody_once_it_is_published()
    {
        var plan = await TakenInBy(Places.Committee);
        await Plans(Places.Committee).ConfirmReadingAsync(new() { Name = plan.Name });
        await Plans(Places.Committee).PublishPlanAsync(new() { Name = plan.Name });

        (await Plans(Places.OtherProvince).GetPlanAsync(new() { Name = plan.Name })).State.ShouldBe(V1.Plan.Types.State.Published);
        (await All(Plans(Places.OtherProvince))).ShouldContain(plan.Name);
        (await Found(Places.OtherProvince, plan)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Passes_to_the_only_heir_of_who_took_it_in()
    {
        var plan = await TakenInBy(Places.District);
        await registry.Do("update plans set kept_by = (select id from agencies where codes @> array['acc:ms-cu.ubnd']) where sha256 = @Sha256", new { plan.Source.Sha256 });

        (await Plans(Places.District).GetPlanAsync(new() { Name = plan.Name })).Name.ShouldBe(plan.Name);
        (await Refused.By(Plans(Places.DistrictBefore).GetPlanAsync(new() { Name = plan.Name }))).Reason.ShouldBe("PLAN_NOT_FOUND");
    }

    [Fact]
    public async Task Passes_to_none_of_several_heirs()
    {
        var plan = await TakenInBy(Places.Labour);
        await registry.Do("update plans set kept_by = (select id from agencies where codes @> array['acc:sl.so-cu']) where sha256 = @Sha256", new { plan.Source.Sha256 });

        foreach (var heir in (string[])[Places.Labour, Places.Health])
            (await Refused.By(Plans(heir).GetPlanAsync(new() { Name = plan.Name }))).Reason.ShouldBe("PLAN_NOT_FOUND");
    }

    [Fact]
    public async Task Is_not_had_by_taking_the_same_file_in_again()
    {
        var text = SamplePlan.Text();
        var plan = await Import(Places.Labour, text);

        var refused = await Refused.By(() => Import(Places.OtherProvince, text));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.AlreadyExists, "DOCUMENT_TAKEN_IN_ELSEWHERE"));
        (await Import(Places.Labour, text)).Name.ShouldBe(plan.Name);
    }

    private async Task<IReadOnlyList<Refused>> Refusals(string other, V1.Plan plan)
    {
        var (plans, owners, calls) = (Plans(other), new V1.OwnerService.OwnerServiceClient(Calls(other)), Calls(other));
        return
        [
            await Refused.By(plans.GetPlanAsync(new() { Name = plan.Name })),
            await Refused.By(plans.GetPlanAsync(new() { Name = plan.Name, View = V1.PlanView.Basic })),
            await Refused.By(plans.GetPlanAsync(new() { Name = plan.Name, InForceOn = new() { Year = 2026, Month = 1, Day = 1 } })),
            await Refused.By(plans.BatchGetPlansAsync(new() { Names = { plan.Name } })),
            await Refused.By(plans.ListFlagsAsync(new() { Plan = plan.Name })),
            await Refused.By(() => plans.DownloadDocument(new() { Name = plan.Name }).ResponseStream.MoveNext()),
            await Refused.By(() => plans.ExportPlan(new() { Name = plan.Name }).ResponseStream.MoveNext()),
            await Refused.By(plans.ConfirmReadingAsync(new() { Name = plan.Name })),
            await Refused.By(plans.PublishPlanAsync(new() { Name = plan.Name })),
            await Refused.By(owners.ListOwnersAsync(new() { Plan = plan.Name })),
            await Refused.By(owners.SuggestOwnersAsync(new() { Plan = plan.Name })),
            await Refused.By(owners.ListUnownedAsync(new() { Plan = plan.Name })),
            await Refused.By(owners.GetOwnersAsync(new() { Item = plan.Targets[0].Name })),
            await Refused.By(() => owners.ExportOwners(new() { Plan = plan.Name }).ResponseStream.MoveNext()),
            await Refused.By(owners.AssignOwnersAsync(new() { Plan = plan.Name, Assignments = { new V1.AssignOwnersRequest.Types.Assignment { Items = { plan.Targets[0].Name }, Lead = Places.Health } } })),
            await Refused.By(new V1.SearchService.SearchServiceClient(calls).SearchAsync(new() { Query = "thất nghiệp", Plan = plan.Name })),
            await Refused.By(new V1.TaskService.TaskServiceClient(calls).ListTaskWorkAsync(new() { Plan = plan.Name })),
            await Refused.By(new V1.AmendmentService.AmendmentServiceClient(calls).ListAmendmentsAsync(new() { Plan = plan.Name })),
            await Refused.By(new V1.AlignmentService.AlignmentServiceClient(calls).CheckAlignmentAsync(new() { Plan = plan.Name })),
            await Refused.By(Assignments(other).ListUnassignedPartiesAsync(new() { Plan = plan.Name })),
            await Refused.By(Assignments(other).ListPartyAssignmentsAsync(new() { Plan = plan.Name })),
        ];
    }

    private Task<V1.Plan> TakenInBy(string agency) => Import(agency, SamplePlan.Text());

    private Task<V1.Plan> Import(string agency, string text) => Plans(agency).TakesIn(text);

    private static async Task<IReadOnlyList<string>> All(V1.PlanService.PlanServiceClient plans) =>
        [.. (await plans.ListPlansAsync(new() { PageSize = 500 })).Plans.Select(plan => plan.Name)];

    private async Task<IReadOnlyList<V1.SearchResult>> Found(string agency, V1.Plan plan) =>
        [.. (await new V1.SearchService.SearchServiceClient(Calls(agency)).SearchAsync(new() { Query = plan.Number, PageSize = 100 })).Results.Where(one => one.Plan == plan.Name)];

    private CallInvoker Calls(string agency) => registry.Of(agency, Role.Registrar, Role.FocalOfficer, Role.ReportingOfficer, Role.Viewer, Role.Auditor);

    private V1.PlanService.PlanServiceClient Plans(string agency) => new(Calls(agency));

    private V1.AssignmentService.AssignmentServiceClient Assignments(string agency) => new(Calls(agency));
}
