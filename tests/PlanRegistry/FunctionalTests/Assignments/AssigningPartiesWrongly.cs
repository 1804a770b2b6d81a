using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Assignments.Assigning;
using static SocialPolicy.PlanRegistry.FunctionalTests.Directory.Sending;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Assignments;

public sealed class AssigningPartiesWrongly(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Is_refused_by_name_and_leaves_nothing_behind()
    {
        var plan = await registry.Published();
        await ShouldBeRefused(new(), StatusCode.InvalidArgument, "ASSIGNMENT_INCOMPLETE");
        await ShouldBeRefused(One(plan, Interior, reason: ""), StatusCode.InvalidArgument, "FIELD_REQUIRED");
        await ShouldBeRefused(One(plan, ""), StatusCode.InvalidArgument, "ASSIGNMENT_INCOMPLETE");
        await ShouldBeRefused(One(plan, "as:nobody"), StatusCode.NotFound, "AGENCY_NOT_FOUND");
        await ShouldBeRefused(Departments(plan, "as:nowhere"), StatusCode.NotFound, "UNIT_NOT_FOUND");
        await ShouldBeRefused(One(plan, Interior, position: 2), StatusCode.NotFound, "PARTY_NOT_FOUND");
        var twice = One(plan, Interior);
        twice.Assignments.Add(twice.Assignments[0].Clone());
        await ShouldBeRefused(twice, StatusCode.InvalidArgument, "PARTY_ASSIGNED_TWICE");
        var stranger = One(plan, Interior);
        stranger.Assignments[0].Duty = $"plans/{Guid.CreateVersion7()}/reportingDuties/{Guid.CreateVersion7()}";
        await ShouldBeRefused(stranger, StatusCode.NotFound, "PLAN_NOT_FOUND");
        stranger.Assignments[0].Duty = "plans/1";
        await ShouldBeRefused(stranger, StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(new() { Rule = new() { Predecessor = Interior }, Reason = "Đề án" }, StatusCode.InvalidArgument, "FIELD_REQUIRED");

        (await registry.Assignments.ListPartyAssignmentsAsync(new() { Plan = plan.Name })).Assignments.ShouldBeEmpty();
        var refused = await Refused.By(registry.AssignmentsAs("viewer", Role.Viewer).AssignPartiesAsync(One(plan, Interior)));
        (refused.Code, refused.Reason).ShouldBe((StatusCode.PermissionDenied, "CALLER_NOT_ALLOWED"));
    }

    [Fact]
    public async Task Is_refused_for_a_retired_code_and_says_whom_to_name()
    {
        var plan = await registry.Published();
        var old = Agency("as:so-cu", "as:sl", "Sở Cũ");
        (old.ValidTo, var young) = (new() { Year = 2025, Month = 2, Day = 28 }, Agency("as:so-moi", "as:sl", "Sở Mới"));
        old.SucceededByCodes.Add(Health);
        young.ValidFrom = new() { Year = 2027, Month = 1, Day = 1 };
        var gone = District("as:huyen-cu", "as:sl", "huyện Cũ");
        gone.ValidTo = new() { Year = 2025, Month = 6, Day = 30 };
        await registry.Directory.Import([gone], [old, young]);

        var refused = await Refused.By(registry.Assignments.AssignPartiesAsync(One(plan, "as:so-cu")));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.FailedPrecondition, "AGENCY_SUPERSEDED"));
        (refused.Facts["heirs"], refused.Facts["heir_names"], refused.Facts["ended_on"]).ShouldBe((Health, "Sở Y tế tỉnh Sơn La", "2025-02-28"));
        await ShouldBeRefused(One(plan, "as:so-moi"), StatusCode.FailedPrecondition, "AGENCY_NOT_THERE_YET");
        await ShouldBeRefused(Departments(plan, "as:huyen-cu"), StatusCode.FailedPrecondition, "UNIT_SUPERSEDED");
        var then = One(plan, "as:so-cu");
        then.ValidFrom = new() { Year = 2025, Month = 2, Day = 28 };
        (await registry.Assignments.AssignPartiesAsync(then)).Assignments.Count.ShouldBe(1);
    }

    private async Task ShouldBeRefused(V1.AssignPartiesRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Assignments.AssignPartiesAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
