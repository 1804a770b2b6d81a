using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Access;

/// <summary>The plan is of the committee of Sơn La, and its reports go through the department of labour.</summary>
public sealed class KeepingAPlan(Registry registry) : IClassFixture<Registry>, IAsyncLifetime
{
    public Task InitializeAsync() => registry.KnowsThePlaces();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(Places.Committee, Role.Registrar, true)]
    [InlineData(Places.Committee, Role.FocalOfficer, true)]
    [InlineData(Places.Labour, Role.FocalOfficer, true)]
    [InlineData(Places.Government, Role.Registrar, true)]
    [InlineData(Places.Government, Role.FocalOfficer, false)]
    [InlineData(Places.Labour, Role.Registrar, false)]
    [InlineData(Places.Health, Role.FocalOfficer, false)]
    [InlineData(Places.Front, Role.Registrar, false)]
    [InlineData(Places.District, Role.Registrar, false)]
    [InlineData(Places.OtherProvince, Role.Registrar, false)]
    [InlineData(Places.OtherProvince, Role.FocalOfficer, false)]
    [InlineData("acc:unknown", Role.Registrar, false)]
    [InlineData(Caller.WholeInstallation, Role.Registrar, true)]
    public async Task Is_for_its_issuer_for_those_above_and_for_whom_its_reports_go_through(string agency, Role role, bool kept)
    {
        var plan = await Places.PublishedPlan(registry);
        var owners = new V1.OwnerService.OwnerServiceClient(registry.Of(agency, role));
        var request = new V1.AssignOwnersRequest
        {
            Plan = plan.Name,
            Assignments = { new V1.AssignOwnersRequest.Types.Assignment { Items = { plan.Targets[0].Name }, Lead = Places.Health } },
        };

        if (kept)
            (await owners.AssignOwnersAsync(request)).AssignedCount.ShouldBe(1);
        else
            (await Refused.By(owners.AssignOwnersAsync(request))).ShouldSatisfyAllConditions(
                refused => (refused.Code, refused.Reason).ShouldBe((StatusCode.PermissionDenied, "PLAN_NOT_YOURS")),
                refused => refused.Facts["plan"].ShouldBe(plan.Name));
    }

    [Theory]
    [InlineData(Places.Committee, true)]
    [InlineData(Places.Government, true)]
    [InlineData(Places.Labour, false)]
    [InlineData(Places.OtherProvince, false)]
    public async Task Begins_with_publishing_it_which_nobody_does_for_an_issuer_whom_he_does_not_reach(string agency, bool allowed)
    {
        var plans = new V1.PlanService.PlanServiceClient(registry.Of(agency, Role.Registrar));
        var plan = await plans.TakesIn(Province.Text());
        await plans.ConfirmReadingAsync(new() { Name = plan.Name });

        if (allowed)
            (await plans.PublishPlanAsync(new() { Name = plan.Name })).State.ShouldBe(V1.Plan.Types.State.Published);
        else
            (await Refused.By(plans.PublishPlanAsync(new() { Name = plan.Name }))).ShouldSatisfyAllConditions(
                refused => (refused.Code, refused.Reason).ShouldBe((StatusCode.PermissionDenied, "AGENCY_NOT_YOURS")),
                refused => refused.Facts["agency"].ShouldStartWith("agencies/"));
    }

    [Fact]
    public async Task Is_asked_before_what_has_become_of_it()
    {
        var plan = (await Places.PublishedPlan(registry)).Name;
        var strangers = registry.Of(Places.OtherProvince, Role.Registrar);
        var (plans, alignment) = (new V1.PlanService.PlanServiceClient(strangers), new V1.AlignmentService.AlignmentServiceClient(strangers));
        var finding = new V1.AcceptFindingRequest
        {
            Plan = plan,
            Superior = (await Places.PublishedPlan(registry)).Name,
            Kind = V1.AlignmentFinding.Types.Kind.Missing,
            Rule = "X",
            SuperiorTarget = $"{plan}/targets/{Guid.CreateVersion7()}",
            Reason = "x",
        };
        var acceptance = new V1.WithdrawAcceptanceRequest { Name = $"{plan}/findingAcceptances/{Guid.CreateVersion7()}", Reason = "x" };

        Refused[] refused =
        [
            await Refused.By(plans.ConfirmReadingAsync(new() { Name = plan })), await Refused.By(plans.PublishPlanAsync(new() { Name = plan })),
            await Refused.By(alignment.AcceptFindingAsync(finding)), await Refused.By(alignment.WithdrawAcceptanceAsync(acceptance)),
        ];

        refused.ShouldAllBe(one => one.Code == StatusCode.PermissionDenied && one.Reason == "PLAN_NOT_YOURS");
    }

    [Fact]
    public async Task Is_said_by_who_acts_for_several()
    {
        var several = registry.ActingFor([Places.Committee, Places.Labour], Role.Registrar);
        var plans = new V1.PlanService.PlanServiceClient(several);

        (await Refused.By(() => plans.TakesIn(Province.Text()))).ShouldSatisfyAllConditions(
            refused => refused.Reason.ShouldBe("FIELD_REQUIRED"), refused => refused.Fields.ShouldBe(["file.agency"]));
        (await Refused.By(() => plans.TakesIn(Province.Text(), Places.OtherProvince))).Reason
            .ShouldBe("AGENCY_NOT_YOURS");
        (await Refused.By(() => plans.TakesIn(Province.Text(), "acc:none"))).Reason
            .ShouldBe("AGENCY_NOT_FOUND");
        (await Refused.By(() => plans.TakesIn(Province.Text(), Places.DistrictBefore))).Reason.ShouldBe("AGENCY_SUPERSEDED");
        (await Refused.By(() => plans.TakesIn(Province.Text(), Places.ToCome))).Reason.ShouldBe("AGENCY_NOT_THERE_YET");
        var plan = await plans.TakesIn(Province.Text(), Places.Labour);

        (await new V1.PlanService.PlanServiceClient(registry.Of(Places.Labour, Role.Viewer)).GetPlanAsync(new() { Name = plan.Name })).Name.ShouldBe(plan.Name);
    }

    [Theory]
    [InlineData(Places.Health, true)]
    [InlineData(Places.OtherProvince, false)]
    public async Task Adds_names_to_agencies_in_reach_alone(string agency, bool allowed)
    {
        var plan = await Places.PublishedPlan(registry);
        var assignments = new V1.AssignmentService.AssignmentServiceClient(registry.Of(Places.Committee, Role.Registrar));
        var via = new V1.AssignPartiesRequest.Types.Assignment { Duty = plan.ReportingDuties[0].Name, Role = V1.PartyRole.Via, Agency = agency, Remember = true };
        var request = new V1.AssignPartiesRequest { Assignments = { via }, Reason = "Đề án 1", ValidateOnly = true };

        if (allowed)
            (await assignments.AssignPartiesAsync(request)).Assignments.ShouldHaveSingleItem();
        else
            (await Refused.By(assignments.AssignPartiesAsync(request))).Reason.ShouldBe("AGENCY_NOT_YOURS");
    }

    [Theory]
    [InlineData(Places.Committee)]
    [InlineData(Places.Government)]
    public async Task Is_not_enough_for_what_the_whole_installation_shares(string agency)
    {
        var calls = registry.Of(agency, Role.Registrar);

        (await Refused.By(() => new V1.DirectoryService.DirectoryServiceClient(calls).ImportDirectory().ResponseAsync)).Reason.ShouldBe("CALLER_NOT_ALLOWED");
        (await Refused.By(new V1.SuccessionService.SuccessionServiceClient(calls).RecordSuccessionAsync(new()))).Reason.ShouldBe("CALLER_NOT_ALLOWED");
        (await Refused.By(new V1.DocumentService.DocumentServiceClient(calls).MergeDocumentsAsync(new()))).Reason.ShouldBe("CALLER_NOT_ALLOWED");
    }
}
