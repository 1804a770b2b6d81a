using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Directory.Sending;
using static SocialPolicy.PlanRegistry.FunctionalTests.Successions.Recording;
using Kind = SocialPolicy.PlanRegistry.V1.Succession.Types.Kind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Successions;

public sealed class RecordingAWrongSuccession(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Leaves_nothing_behind_when_it_is_refused()
    {
        var (one, other, heir) = await registry.Provinces();
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
        var (one, other, heir) = await registry.Provinces();
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

    private async Task ShouldBeRefused(V1.RecordSuccessionRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Successions.RecordSuccessionAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
