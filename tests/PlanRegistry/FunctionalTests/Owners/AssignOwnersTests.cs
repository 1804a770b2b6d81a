using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;
using Assignment = SocialPolicy.PlanRegistry.V1.AssignOwnersRequest.Types.Assignment;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Owners;

public sealed class AssigningOwners(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Gives_an_item_a_lead_and_coordinating_agencies_from_today_on()
    {
        var plan = await registry.PublishedPlan();
        var item = plan.Target("thất nghiệp");

        var answer = await registry.Owners.AssignOwnersAsync(new()
        {
            Plan = plan.Name,
            Assignments = { new Assignment { Items = { item }, Lead = await registry.NameOf(Province.Labour), Coordinating = { Province.HomeAffairs, Province.Health } } },
            Reason = "Theo phân công của UBND tỉnh",
        });

        answer.AssignedCount.ShouldBe(1);
        var owned = answer.Items.ShouldHaveSingleItem();
        (owned.Item, owned.Lead.Code, owned.Reason, owned.Actor).ShouldBe((item, Province.Labour, "Theo phân công của UBND tỉnh", "registrar"));
        owned.Coordinating.Select(agency => agency.Code).ShouldBe([Province.HomeAffairs, Province.Health]);
        (await registry.Owners.GetOwnersAsync(new() { Item = item })).Item.ShouldBe(owned);
    }

    [Fact]
    public async Task Takes_a_whole_theme_in_one_act_targets_and_tasks()
    {
        var plan = await registry.PublishedPlan();

        var answer = await Assign(plan, new Assignment { Theme = "y_te", Lead = Province.Health });

        answer.Items.Select(item => item.Item).ShouldBe(
            [plan.Target("bao phủ bảo hiểm y tế"), plan.Target("giường bệnh"), plan.Task("chăm sóc sức khỏe"), plan.Task("Đề án"), plan.Task("bác sĩ")]);
        answer.Items.ShouldAllBe(item => item.Lead.Code == Province.Health);
    }

    [Fact]
    public async Task Takes_a_section_of_tasks_with_all_below_it()
    {
        var plan = await registry.PublishedPlan();

        var answer = await Assign(plan, new Assignment { Section = plan.Task("chăm sóc sức khỏe"), Lead = Province.Health });

        answer.Items.Select(item => item.Numbering).ShouldBe(["2", "2.1", "2.2"]);
    }

    [Fact]
    public async Task Leaves_what_somebody_leads_when_asked_to()
    {
        var plan = await registry.PublishedPlan();
        await Assign(plan, new Assignment { Items = { plan.Target("giường bệnh") }, Lead = Province.Education });

        var answer = await Assign(plan, new Assignment { Theme = "y_te", Lead = Province.Health, OnlyUnowned = true });

        answer.Items.Select(item => item.Item).ShouldNotContain(plan.Target("giường bệnh"));
        answer.AssignedCount.ShouldBe(4);
    }

    [Fact]
    public async Task Is_announced_once_an_act_with_everything_it_changed()
    {
        var plan = await registry.PublishedPlan();
        var (led, section) = (plan.Target("thất nghiệp"), plan.Task("chăm sóc sức khỏe"));
        var request = new V1.AssignOwnersRequest
        {
            Plan = plan.Name,
            From = Day(2027, 1, 1),
            Reason = "Theo phân công",
            RequestId = $"{Guid.CreateVersion7()}",
            Assignments =
            {
                new Assignment { Items = { led }, Lead = Province.Labour, Coordinating = { Province.HomeAffairs } },
                new Assignment { Section = section, Lead = Province.Health },
            },
        };
        await registry.Owners.AssignOwnersAsync(request);
        await registry.Owners.AssignOwnersAsync(request);

        var fact = (await registry.Announced($"{plan.Name}/owners")).ShouldHaveSingleItem();
        (fact.GetProperty("act").GetInt32(), fact.GetProperty("from").GetString(), fact.GetProperty("reason").GetString()).ShouldBe((1, "2027-01-01", "Theo phân công"));
        plan.Name.ShouldEndWith(fact.GetProperty("planId").GetString()!);
        section.ShouldEndWith(fact.GetProperty("sectionIds").EnumerateArray().ShouldHaveSingleItem().GetString()!);
        fact.GetProperty("themes").GetArrayLength().ShouldBe(0);
        var items = fact.GetProperty("items").EnumerateArray().ToList();
        items.Select(item => item.GetProperty("kind").GetString()).ShouldBe(["target", "task", "task", "task"]);
        led.ShouldEndWith(items[0].GetProperty("itemId").GetString()!);
        $"agencies/{items[0].GetProperty("leadAgencyId").GetString()}".ShouldBe(await registry.NameOf(Province.Labour));
        $"agencies/{items[0].GetProperty("coordinatingAgencyIds").EnumerateArray().ShouldHaveSingleItem().GetString()}".ShouldBe(await registry.NameOf(Province.HomeAffairs));
    }

    [Fact]
    public async Task Is_announced_neither_when_it_changes_nothing_nor_when_it_is_tried_out()
    {
        var plan = await registry.PublishedPlan();
        await Assign(plan, new V1.AssignOwnersRequest { ValidateOnly = true }, new Assignment { Theme = "y_te", Lead = Province.Health });
        (await registry.Announced($"{plan.Name}/owners")).ShouldBeEmpty();

        await Assign(plan, new Assignment { Theme = "y_te", Lead = Province.Health });
        await Assign(plan, new Assignment { Theme = "y_te", Lead = Province.Health });
        await Assign(plan, new Assignment { Theme = "y_te", Withdraw = true });

        var facts = await registry.Announced($"{plan.Name}/owners");
        facts.Select(fact => fact.GetProperty("act").GetInt32()).ShouldBe([1, 2]);
        facts.ShouldAllBe(fact => fact.GetProperty("themes")[0].GetString() == "y_te" && fact.GetProperty("items").GetArrayLength() == 5);
        facts[1].GetProperty("items").EnumerateArray().ShouldAllBe(item => item.GetProperty("leadAgencyId").ValueKind == System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Keeps_the_past_answerable()
    {
        var plan = await registry.PublishedPlan();
        var item = plan.Target("thất nghiệp");
        await Assign(plan, new V1.AssignOwnersRequest { From = Day(2025, 1, 1) }, new Assignment { Items = { item }, Lead = Province.Labour });
        await Assign(plan, new V1.AssignOwnersRequest { From = Day(2025, 3, 1), Reason = "Sáp nhập" }, new Assignment { Items = { item }, Lead = Province.HomeAffairs });
        await Assign(plan, new V1.AssignOwnersRequest { From = Day(2025, 2, 1), Reason = "Bổ sung" }, new Assignment { Items = { item }, Lead = Province.Health });

        (await LeadOn(item, 2024, 12, 31)).ShouldBeNull();
        (await LeadOn(item, 2025, 1, 31)).ShouldBe(Province.Labour);
        (await LeadOn(item, 2025, 2, 28)).ShouldBe(Province.Health);
        (await LeadOn(item, 2026, 1, 1)).ShouldBe(Province.HomeAffairs);
        var history = (await registry.Owners.GetOwnersAsync(new() { Item = item })).History;
        history.Select(one => (one.Act, one.Lead.Code)).ShouldBe([(1, Province.Labour), (2, Province.HomeAffairs), (3, Province.Health)]);
    }

    [Fact]
    public async Task Takes_owners_away()
    {
        var plan = await registry.PublishedPlan();
        var item = plan.Target("thất nghiệp");
        await Assign(plan, new Assignment { Items = { item }, Lead = Province.Labour });

        await Assign(plan, new Assignment { Items = { item }, Withdraw = true });

        (await registry.Owners.GetOwnersAsync(new() { Item = item })).Item.Lead.ShouldBeNull();
    }

    [Fact]
    public async Task Records_no_act_that_changes_nothing()
    {
        var plan = await registry.PublishedPlan();
        var assignment = new Assignment { Items = { plan.Target("thất nghiệp") }, Lead = Province.Labour, Coordinating = { Province.Health } };
        var first = await Assign(plan, assignment);

        var second = await Assign(plan, assignment.Clone());

        (second.AssignedCount, second.UnchangedCount, second.Etag).ShouldBe((0, 1, first.Etag));
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var plan = await registry.PublishedPlan();
        var request = new V1.AssignOwnersRequest
        {
            Plan = plan.Name, Assignments = { new Assignment { Items = { plan.Target("thất nghiệp") }, Lead = Province.Labour } }, RequestId = $"{Guid.CreateVersion7()}",
        };

        var first = await registry.Owners.AssignOwnersAsync(request);

        (await registry.Owners.AssignOwnersAsync(request)).ShouldBe(first);
        (await Acts(plan)).ShouldBe(1);
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_validates()
    {
        var plan = await registry.PublishedPlan();

        var answer = await Assign(plan, new V1.AssignOwnersRequest { ValidateOnly = true }, new Assignment { Theme = "y_te", Lead = Province.Health });

        answer.AssignedCount.ShouldBe(5);
        (await Acts(plan)).ShouldBe(0);
    }

    [Fact]
    public async Task Is_refused_when_the_owners_have_changed_meanwhile()
    {
        var plan = await registry.PublishedPlan();
        var etag = (await registry.Owners.ListOwnersAsync(new() { Plan = plan.Name })).Etag;
        await Assign(plan, new Assignment { Items = { plan.Target("giường bệnh") }, Lead = Province.Health });

        await ShouldBeRefused(plan, new() { Etag = etag }, StatusCode.Aborted, "ETAG_MISMATCH", new Assignment { Items = { plan.Target("thất nghiệp") }, Lead = Province.Labour });
        (await Acts(plan)).ShouldBe(1);
    }

    [Fact]
    public async Task Is_refused_while_the_reading_is_unconfirmed()
    {
        await registry.ProvinceDirectory();
        var plan = await registry.Import(Province.Text());

        await ShouldBeRefused(plan, new(), StatusCode.FailedPrecondition, "PLAN_READING_UNCONFIRMED", new Assignment { Items = { plan.Target("thất nghiệp") }, Lead = Province.Labour });
    }

    [Fact]
    public async Task Works_on_a_confirmed_plan_before_it_is_published()
    {
        var plan = await registry.ConfirmedPlan();

        (await Assign(plan, new Assignment { Items = { plan.Target("thất nghiệp") }, Lead = Province.Labour })).AssignedCount.ShouldBe(1);
    }

    [Fact]
    public async Task Names_the_heirs_of_an_agency_that_has_ended()
    {
        var plan = await registry.PublishedPlan();
        var assignment = new Assignment { Items = { plan.Target("thất nghiệp") }, Lead = Province.Ended };

        var refused = await ShouldBeRefused(plan, new(), StatusCode.FailedPrecondition, "AGENCY_SUPERSEDED", assignment);

        (refused.Facts["heirs"], refused.Facts["heir_names"]).ShouldBe(("own:so-noi-vu", "Sở Nội vụ tỉnh Sơn La"));
        (await Assign(plan, new V1.AssignOwnersRequest { From = Day(2025, 1, 1) }, assignment)).AssignedCount.ShouldBe(1);
    }

    [Fact]
    public async Task Is_refused_for_an_item_of_another_plan()
    {
        var (plan, other) = (await registry.PublishedPlan(), await registry.PublishedPlan());

        await ShouldBeRefused(plan, new(), StatusCode.NotFound, "ITEM_NOT_FOUND", new Assignment { Items = { other.Target("thất nghiệp") }, Lead = Province.Labour });
    }

    [Fact]
    public async Task Is_refused_for_an_item_that_a_person_dropped()
    {
        await registry.ProvinceDirectory();
        var read = await registry.Import(Province.Text());
        var dropped = read.Target("thất nghiệp");
        var plan = await registry.Registrar.ConfirmReadingAsync(new() { Name = read.Name, ItemCorrections = { new V1.ItemCorrection { Target = new() { Name = dropped }, Drop = true } } });

        await ShouldBeRefused(plan, new(), StatusCode.NotFound, "ITEM_NOT_FOUND", new Assignment { Items = { dropped }, Lead = Province.Labour });
        (await registry.Owners.ListOwnersAsync(new() { Plan = plan.Name })).Items.ShouldNotContain(item => item.Item == dropped);
    }

    public static TheoryData<string, StatusCode, string> Wrong => new()
    {
        { "nothing", StatusCode.InvalidArgument, "FIELD_REQUIRED" },
        { "no lead", StatusCode.InvalidArgument, "FIELD_REQUIRED" },
        { "two selections", StatusCode.InvalidArgument, "ASSIGNMENT_AMBIGUOUS" },
        { "no such theme", StatusCode.InvalidArgument, "NOTHING_SELECTED" },
        { "item twice", StatusCode.InvalidArgument, "ITEM_ASSIGNED_TWICE" },
        { "agency twice", StatusCode.InvalidArgument, "OWNER_NAMED_TWICE" },
        { "withdrawn with owners", StatusCode.InvalidArgument, "WITHDRAWAL_WITH_OWNERS" },
        { "unknown agency", StatusCode.NotFound, "AGENCY_NOT_FOUND" },
        { "malformed", StatusCode.InvalidArgument, "NAME_MALFORMED" },
        { "too many coordinating", StatusCode.InvalidArgument, "TOO_MANY_NAMES" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Is_refused_with_the_name_of_what_is_wrong_and_leaves_nothing(string what, StatusCode code, string reason)
    {
        var plan = await registry.PublishedPlan();
        var item = plan.Target("thất nghiệp");
        Assignment[] assignments = what switch
        {
            "nothing" => [],
            "no lead" => [new() { Items = { item } }],
            "two selections" => [new() { Items = { item }, Theme = "y_te", Lead = Province.Health }],
            "no such theme" => [new() { Theme = "khong_co", Lead = Province.Health }],
            "item twice" => [new() { Items = { plan.Target("giường bệnh") }, Lead = Province.Labour }, new() { Theme = "y_te", Lead = Province.Health }],
            "agency twice" => [new() { Items = { item }, Lead = Province.Labour, Coordinating = { Province.Labour } }],
            "withdrawn with owners" => [new() { Items = { item }, Lead = Province.Labour, Withdraw = true }],
            "unknown agency" => [new() { Items = { item }, Lead = "own:nobody" }],
            "malformed" => [new() { Items = { "targets/1" }, Lead = Province.Labour }],
            _ => [new() { Items = { item }, Lead = Province.Labour, Coordinating = { Enumerable.Repeat(Province.Health, 51) } }],
        };

        await ShouldBeRefused(plan, new(), code, reason, assignments);
        (await Acts(plan)).ShouldBe(0);
    }

    [Fact]
    public async Task Is_refused_to_those_who_only_report()
    {
        var plan = await registry.PublishedPlan();
        var client = new V1.OwnerService.OwnerServiceClient(registry.Of(Province.Health, Role.ReportingOfficer));

        var refused = await Refused.By(client.AssignOwnersAsync(new() { Plan = plan.Name, Assignments = { new Assignment { Theme = "y_te", Lead = Province.Health } } }));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.PermissionDenied, "CALLER_NOT_ALLOWED"));
    }

    private Task<V1.AssignOwnersResponse> Assign(V1.Plan plan, params Assignment[] assignments) => Assign(plan, new(), assignments);

    private async Task<V1.AssignOwnersResponse> Assign(V1.Plan plan, V1.AssignOwnersRequest request, params Assignment[] assignments)
    {
        request.Plan = plan.Name;
        request.Assignments.Add(assignments);
        return await registry.Owners.AssignOwnersAsync(request);
    }

    private async Task<Refused> ShouldBeRefused(V1.Plan plan, V1.AssignOwnersRequest request, StatusCode code, string reason, params Assignment[] assignments)
    {
        var refused = await Refused.By(() => Assign(plan, request, assignments));
        (refused.Code, refused.Reason).ShouldBe((code, reason));
        return refused;
    }

    private async Task<string?> LeadOn(string item, int year, int month, int day) =>
        (await registry.Owners.GetOwnersAsync(new() { Item = item, On = Day(year, month, day) })).Item.Lead?.Code;

    private Task<int> Acts(V1.Plan plan) => registry.Ask<int>("select count(*)::int from owner_acts where plan_id = @id", new { id = Guid.Parse(plan.Name["plans/".Length..]) });

    private static Google.Type.Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
