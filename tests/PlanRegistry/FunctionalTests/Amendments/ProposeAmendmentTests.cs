using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Amendments.Amending;
using Kind = SocialPolicy.PlanRegistry.V1.ItemChange.Types.Kind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Amendments;

public sealed class ProposingAnAmendment(Registry registry) : IClassFixture<Registry>
{
    private const string Unemployment = "- Tỷ lệ thất nghiệp khu vực thành thị dưới 4%.";
    private const string Insurance = "- Tỷ lệ bao phủ bảo hiểm y tế trên 95% dân số.";

    [Fact]
    public async Task Finds_what_a_document_says_otherwise_and_what_it_leaves_out()
    {
        var plan = await registry.ImportPublished();
        var amending = await Restated(plan, text => text
            .Replace(Unemployment, "- Tỷ lệ thất nghiệp khu vực thành thị dưới 3%.", StringComparison.Ordinal)
            .Replace(Insurance, "- Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ đạt 98%.", StringComparison.Ordinal)
            .Replace("trước ngày 15/12", "trước ngày 20/11", StringComparison.Ordinal));

        var proposed = await registry.Amendments.ProposeAmendmentAsync(new() { Plan = plan.Name, AmendingPlan = amending.Name, RestatesThePlan = true });

        proposed.Changes.Select(change => (change.Kind, change.Item)).ShouldBe(
        [
            (Kind.Changed, plan.Targets[0].Name), (Kind.Dropped, plan.Targets[2].Name), (Kind.Added, ""), (Kind.Changed, plan.ReportingDuties[0].Name),
        ]);
        proposed.Changes[0].Fields.Select(field => (field.Path, field.Before, field.After)).ShouldContain(("threshold", "lt 4 %", "lt 3 %"));
        proposed.Changes[3].Fields.Select(field => (field.Path, field.Before, field.After)).ShouldBe([("deadline", "15/12", "20/11")]);
        proposed.ItemChanges.Count.ShouldBe(proposed.Changes.Count);
    }

    [Fact]
    public async Task Can_be_sent_to_amend_the_plan_as_it_is()
    {
        var plan = await registry.ImportPublished();
        var amending = await Restated(plan, text => text.Replace(Unemployment, "- Tỷ lệ thất nghiệp khu vực thành thị dưới 3%.", StringComparison.Ordinal)
            .Replace(Insurance, "- Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ đạt 98%.", StringComparison.Ordinal));
        var proposed = await registry.Amendments.ProposeAmendmentAsync(new() { Plan = plan.Name, AmendingPlan = amending.Name, RestatesThePlan = true });

        await registry.Amendments.AmendPlanAsync(new() { Plan = plan.Name, Document = new() { Plan = amending.Name }, EffectiveOn = registry.Today(), ItemChanges = { proposed.ItemChanges } });

        var amended = await registry.Registrar.GetPlanAsync(new() { Name = plan.Name });
        amended.Targets.Select(target => (target.Text, target.Threshold)).ShouldBe(amending.Targets.Select(target => (target.Text, target.Threshold)), ignoreOrder: true);
        amended.Targets[0].Span.ShouldBe(amending.Targets[0].Span);
        (await registry.Amendments.ProposeAmendmentAsync(new() { Plan = plan.Name, AmendingPlan = amending.Name, RestatesThePlan = true })).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaves_alone_what_a_partial_document_does_not_speak_of()
    {
        var plan = await registry.ImportPublished();
        var amending = await Restated(plan, text => text.Replace(Insurance, "", StringComparison.Ordinal));

        (await registry.Amendments.ProposeAmendmentAsync(new() { Plan = plan.Name, AmendingPlan = amending.Name })).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_refused_for_documents_that_cannot_amend()
    {
        var plan = await registry.ImportPublished();
        var read = await registry.Import(SamplePlan.Text());
        var nobody = $"plans/{Guid.CreateVersion7()}";

        await ShouldBeRefused(plan.Name, plan.Name, StatusCode.InvalidArgument, "AMENDMENT_BY_ITSELF");
        await ShouldBeRefused(plan.Name, nobody, StatusCode.NotFound, "PLAN_NOT_FOUND");
        await ShouldBeRefused(nobody, plan.Name, StatusCode.NotFound, "PLAN_NOT_FOUND");
        await ShouldBeRefused(plan.Name, read.Name, StatusCode.FailedPrecondition, "AMENDING_DOCUMENT_NOT_CONFIRMED");
        await ShouldBeRefused(read.Name, plan.Name, StatusCode.FailedPrecondition, "PLAN_NOT_PUBLISHED");
        await ShouldBeRefused("plans/1", plan.Name, StatusCode.InvalidArgument, "NAME_MALFORMED");
    }

    [Fact]
    public async Task Is_listed_page_by_page_once_it_is_recorded()
    {
        var plan = await registry.ImportPublished();
        var third = await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2027, 1, 1), Value(plan.Targets[0], "1")));
        var first = await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2025, 1, 1), Value(plan.Targets[0], "3")));
        var second = await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2025, 1, 1), Value(plan.Targets[0], "2")));

        var page = await registry.Amendments.ListAmendmentsAsync(new() { Plan = plan.Name, PageSize = 2 });
        var rest = await registry.Amendments.ListAmendmentsAsync(new() { Plan = plan.Name, PageSize = 2, PageToken = page.NextPageToken });

        page.Amendments.ShouldBe([first, second]);
        rest.Amendments.ShouldBe([third]);
        rest.NextPageToken.ShouldBeEmpty();
        (await Refused.By(registry.Amendments.ListAmendmentsAsync(new() { Plan = $"plans/{Guid.CreateVersion7()}" }))).Reason.ShouldBe("PLAN_NOT_FOUND");
        (await Refused.By(registry.Amendments.ListAmendmentsAsync(new() { Plan = plan.Name, PageSize = 501 }))).Reason.ShouldBe("PAGE_SIZE_OUT_OF_RANGE");
    }

    private async Task<V1.Plan> Restated(V1.Plan plan, Func<string, string> edit)
    {
        var text = SamplePlan.Text();
        var changed = edit(text);
        changed.ShouldNotBe(text);
        var read = await registry.Import(changed);
        read.Targets.Count.ShouldBeLessThanOrEqualTo(plan.Targets.Count);
        return await registry.Registrar.ConfirmReadingAsync(new() { Name = read.Name });
    }

    private async Task ShouldBeRefused(string plan, string amending, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Amendments.ProposeAmendmentAsync(new() { Plan = plan, AmendingPlan = amending }));
        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
