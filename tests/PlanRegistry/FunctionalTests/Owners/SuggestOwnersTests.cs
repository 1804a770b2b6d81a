using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Basis = SocialPolicy.PlanRegistry.V1.OwnerSuggestion.Types.Basis;
using Confidence = SocialPolicy.PlanRegistry.V1.OwnerSuggestion.Types.Confidence;
using Role = SocialPolicy.PlanRegistry.V1.OwnerSuggestion.Types.Role;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Owners;

public sealed class SuggestingOwners(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Says_whom_a_task_itself_names()
    {
        var plan = await registry.PublishedPlan();

        var suggestions = await For(plan, plan.Task("Đề án phát triển mạng lưới"));

        var lead = suggestions.First();
        (lead.Role, lead.Agency.Code, lead.Confidence, lead.Basis).ShouldBe((Role.Lead, Province.Health, Confidence.High, Basis.OwnWords));
        suggestions.ShouldContain(one => one.Role == Role.Coordinating && one.Agency.Code == Province.HomeAffairs && one.Confidence == Confidence.High);
    }

    [Fact]
    public async Task Finds_the_agency_that_the_organisation_section_gives_the_work_with_its_words()
    {
        var plan = await registry.PublishedPlan();

        var unemployment = (await For(plan, plan.Target("thất nghiệp")))[0];
        var insurance = (await For(plan, plan.Target("bao phủ bảo hiểm y tế")))[0];

        (unemployment.Agency.Code, unemployment.Confidence, unemployment.Basis).ShouldBe((Province.Labour, Confidence.Medium, Basis.Organisation));
        unemployment.Quote.ShouldContain("giảm tỷ lệ thất nghiệp khu vực thành thị");
        (insurance.Agency.Code, insurance.Basis).ShouldBe((Province.Health, Basis.Organisation));
    }

    [Fact]
    public async Task Knows_a_field_of_policy_where_the_words_say_nothing()
    {
        var plan = await registry.PublishedPlan();

        var suggestion = (await For(plan, plan.Task("Tiếp tục đào tạo bác sĩ")))[0];

        (suggestion.Agency.Code, suggestion.Basis, suggestion.Confidence).ShouldBe((Province.Health, Basis.Theme, Confidence.Low));
    }

    [Fact]
    public async Task Reads_the_organisation_section_again_of_a_plan_taken_in_before_it_was_kept()
    {
        var plan = await registry.PublishedPlan();
        var kept = await For(plan, plan.Target("thất nghiệp"));
        var id = Guid.Parse(plan.Name["plans/".Length..]);
        await registry.Ask<int>("""
            alter table plan_organisation_duties disable trigger refuse_change;
            with gone as (delete from plan_organisation_duties where plan_id = @id returning 1) select count(*)::int from gone
            """, new { id });

        (await For(plan, plan.Target("thất nghiệp"))).ShouldBe(kept);
    }

    [Fact]
    public async Task Assigns_nothing_by_itself()
    {
        var plan = await registry.PublishedPlan();

        await registry.Owners.SuggestOwnersAsync(new() { Plan = plan.Name });

        (await registry.Owners.ListOwnersAsync(new() { Plan = plan.Name })).Items.ShouldAllBe(item => item.Lead == null);
    }

    [Fact]
    public async Task Leaves_out_what_somebody_leads_when_asked_to()
    {
        var plan = await registry.PublishedPlan();
        await registry.Owners.AssignOwnersAsync(new() { Plan = plan.Name, Assignments = { new V1.AssignOwnersRequest.Types.Assignment { Items = { plan.Target("giường bệnh") }, Lead = Province.Health } } });

        var items = (await registry.Owners.SuggestOwnersAsync(new() { Plan = plan.Name, OnlyUnowned = true })).Items.Select(one => one.Item.Item).ToList();

        items.ShouldNotContain(plan.Target("giường bệnh"));
        items.ShouldContain(plan.Target("thất nghiệp"));
    }

    [Fact]
    public async Task Knows_no_agency_where_the_directory_does_not_know_the_issuer()
    {
        await registry.ProvinceDirectory();
        var plan = await registry.Import(Province.Text().Replace("TỈNH SƠN LA", "TỈNH KHÔNG CÓ", StringComparison.Ordinal).Replace("Sơn La, ngày", "Không Có, ngày", StringComparison.Ordinal));

        var suggestions = await For(plan, plan.Task("Đề án phát triển mạng lưới"));

        suggestions.ShouldAllBe(one => one.Agency == null);
        suggestions[0].Text.ShouldBe("Sở Y tế");
    }

    [Theory]
    [InlineData("plans/x", StatusCode.InvalidArgument, "NAME_MALFORMED")]
    [InlineData("plans/01990000-0000-7000-8000-000000000001", StatusCode.NotFound, "PLAN_NOT_FOUND")]
    public async Task Is_refused_for_a_plan_the_register_does_not_have(string name, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Owners.SuggestOwnersAsync(new() { Plan = name }));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }

    private async Task<IReadOnlyList<V1.OwnerSuggestion>> For(V1.Plan plan, string item) =>
        (await registry.Owners.SuggestOwnersAsync(new() { Plan = plan.Name })).Items.Single(one => one.Item.Item == item).Suggestions;
}
