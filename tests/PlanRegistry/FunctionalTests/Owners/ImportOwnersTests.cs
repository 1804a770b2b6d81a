using System.Text;
using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;
using Assignment = SocialPolicy.PlanRegistry.V1.AssignOwnersRequest.Types.Assignment;
using Sent = SocialPolicy.PlanRegistry.V1.ImportOwnersRequest.Types.File;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Owners;

public sealed class ImportingOwners(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Assigns_what_the_officer_entered_in_one_act()
    {
        var plan = await registry.PublishedPlan();
        var (_, bytes) = await registry.Export(plan);
        var (target, task) = (plan.Target("thất nghiệp"), plan.Task("tuyên truyền"));
        var filled = OwnerFiles.With(
            bytes,
            ($"I{OwnerFiles.RowOf(bytes, target)}", Province.Labour),
            ($"K{OwnerFiles.RowOf(bytes, target)}", $"{Province.Health};  {Province.HomeAffairs}"),
            ($"I{OwnerFiles.RowOf(bytes, task)}", Province.HomeAffairs));

        var answer = await registry.Return(filled, new() { Plan = plan.Name, FileName = "phan-cong.xlsx", Reason = "Theo bảng phân công" });

        answer.AssignedCount.ShouldBe(2);
        answer.UnchangedCount.ShouldBe(plan.Targets.Count + plan.Tasks.Count - 2);
        var owned = (await registry.Owners.GetOwnersAsync(new() { Item = target })).Item;
        (owned.Lead.Code, owned.Reason).ShouldBe((Province.Labour, "Theo bảng phân công"));
        owned.Coordinating.Select(agency => agency.Code).ShouldBe([Province.Health, Province.HomeAffairs]);
        (await registry.Owners.GetOwnersAsync(new() { Item = task })).Item.Lead.Code.ShouldBe(Province.HomeAffairs);
        var fact = (await registry.Announced($"{plan.Name}/owners")).ShouldHaveSingleItem();
        (fact.GetProperty("reason").GetString(), fact.GetProperty("items").GetArrayLength()).ShouldBe(("Theo bảng phân công", 2));
    }

    [Fact]
    public async Task Is_refused_until_a_person_has_confirmed_the_reading()
    {
        var (_, bytes) = await registry.Export(await registry.PublishedPlan());
        var read = await registry.Import(Province.Text());

        (await Refused.By(() => registry.Return(bytes, new() { Plan = read.Name }))).Reason.ShouldBe("PLAN_READING_UNCONFIRMED");
    }

    [Fact]
    public async Task Changes_nothing_when_nobody_changed_anything()
    {
        var plan = await registry.PublishedPlan();
        await Assign(plan, plan.Target("thất nghiệp"), Province.Labour);
        var (_, bytes) = await registry.Export(plan);

        var answer = await registry.Return(bytes, new() { Plan = plan.Name });

        (answer.AssignedCount, answer.Etag).ShouldBe((0, "v1"));
    }

    [Fact]
    public async Task Changes_nothing_the_second_time()
    {
        var plan = await registry.PublishedPlan();
        var (_, bytes) = await registry.Export(plan);
        var filled = OwnerFiles.With(bytes, ($"I{OwnerFiles.RowOf(bytes, plan.Target("thất nghiệp"))}", Province.Labour));
        await registry.Return(filled, new() { Plan = plan.Name });

        var again = await registry.Return(filled, new() { Plan = plan.Name });

        (again.AssignedCount, again.Etag).ShouldBe((0, "v1"));
    }

    [Fact]
    public async Task Leaves_alone_what_somebody_else_changed_on_rows_that_it_did_not_touch()
    {
        var plan = await registry.PublishedPlan();
        var (_, bytes) = await registry.Export(plan);
        await Assign(plan, plan.Target("giường bệnh"), Province.Health);

        await registry.Return(OwnerFiles.With(bytes, ($"I{OwnerFiles.RowOf(bytes, plan.Target("thất nghiệp"))}", Province.Labour)), new() { Plan = plan.Name });

        (await registry.Owners.GetOwnersAsync(new() { Item = plan.Target("giường bệnh") })).Item.Lead.Code.ShouldBe(Province.Health);
    }

    [Fact]
    public async Task Takes_the_owners_away_where_the_cells_were_emptied()
    {
        var plan = await registry.PublishedPlan();
        var target = plan.Target("thất nghiệp");
        await Assign(plan, target, Province.Labour);
        var (_, bytes) = await registry.Export(plan);

        await registry.Return(OwnerFiles.With(bytes, ($"I{OwnerFiles.RowOf(bytes, target)}", "")), new() { Plan = plan.Name });

        (await registry.Owners.GetOwnersAsync(new() { Item = target })).Item.Lead.ShouldBeNull();
    }

    [Fact]
    public async Task Lists_every_bad_row_with_its_column_and_reason_when_it_only_validates()
    {
        var plan = await registry.PublishedPlan();
        var (_, bytes) = await registry.Export(plan);
        await Assign(plan, plan.Target("qua đào tạo"), Province.Education);
        var rows = new[] { "thất nghiệp", "qua đào tạo", "giường bệnh", "bao phủ" }.Select(words => OwnerFiles.RowOf(bytes, plan.Target(words))).ToArray();
        var task = OwnerFiles.RowOf(bytes, plan.Task("tuyên truyền"));
        var filled = OwnerFiles.With(
            bytes, ($"I{rows[0]}", "own:nobody"), ($"I{rows[1]}", Province.Labour), ($"I{rows[2]}", Province.Ended),
            ($"I{rows[3]}", Province.Health), ($"K{rows[3]}", Province.Health), ($"K{task}", Province.HomeAffairs), ($"A{task + 1}", "tasks/khong-co"));

        var answer = await registry.Return(filled, new() { Plan = plan.Name, ValidateOnly = true });

        answer.Errors.Select(error => (error.Row, error.Column, error.Reason)).ShouldBe(
        [
            (rows[0], "I", "AGENCY_NOT_FOUND"), (rows[1], "I", "OWNERS_CHANGED_MEANWHILE"), (rows[3], "K", "OWNER_NAMED_TWICE"),
            (rows[2], "I", "AGENCY_SUPERSEDED"), (task, "I", "LEAD_MISSING"), (task + 1, "A", "ITEM_NOT_FOUND"),
        ], ignoreOrder: true);
        answer.Errors.Single(error => error.Reason == "AGENCY_SUPERSEDED").Message.ShouldContain("Sở Nội vụ tỉnh Sơn La");
        var refused = await Refused.By(() => registry.Return(filled, new() { Plan = plan.Name }));
        (refused.Code, refused.Reason, refused.Facts["wrong"]).ShouldBe((StatusCode.InvalidArgument, "OWNER_ROWS_INVALID", "6"));
        (await registry.Owners.ListOwnersAsync(new() { Plan = plan.Name })).Etag.ShouldBe("v1");
    }

    [Fact]
    public async Task Is_refused_for_an_agency_that_has_yet_to_begin()
    {
        var plan = await registry.PublishedPlan();
        var later = Sending.Agency("own:so-moi", "own:sl", "Sở Mới tỉnh Sơn La");
        later.ValidFrom = new() { Year = 2040, Month = 1, Day = 1 };
        await registry.Directory.Import([], [later]);
        var (_, bytes) = await registry.Export(plan);
        var filled = OwnerFiles.With(bytes, ($"I{OwnerFiles.RowOf(bytes, plan.Target("thất nghiệp"))}", "own:so-moi"));

        var answer = await registry.Return(filled, new() { Plan = plan.Name, ValidateOnly = true });

        answer.Errors.ShouldHaveSingleItem().Reason.ShouldBe("AGENCY_NOT_THERE_YET");
        (await registry.Return(filled, new() { Plan = plan.Name, From = later.ValidFrom })).AssignedCount.ShouldBe(1);
    }

    [Fact]
    public async Task Is_refused_when_two_rows_are_of_one_item()
    {
        var plan = await registry.PublishedPlan();
        var (_, bytes) = await registry.Export(plan);
        var (row, other) = (OwnerFiles.RowOf(bytes, plan.Target("thất nghiệp")), OwnerFiles.RowOf(bytes, plan.Target("bao phủ")));
        var filled = OwnerFiles.With(bytes, ($"A{other}", OwnerFiles.Cells(bytes)[$"A{row}"]), ($"I{row}", Province.Labour), ($"I{other}", Province.Health));

        var answer = await registry.Return(filled, new() { Plan = plan.Name, ValidateOnly = true });

        answer.Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            error => error.Reason.ShouldBe("ITEM_ASSIGNED_TWICE"), error => error.Row.ShouldBe(Math.Max(row, other)), error => error.Column.ShouldBe("A"));
        (await Refused.By(() => registry.Return(filled, new() { Plan = plan.Name }))).Reason.ShouldBe("OWNER_ROWS_INVALID");
        (await registry.Owners.GetOwnersAsync(new() { Item = plan.Target("thất nghiệp") })).Item.Lead.ShouldBeNull();
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var plan = await registry.PublishedPlan();
        var (_, bytes) = await registry.Export(plan);
        var filled = OwnerFiles.With(bytes, ($"I{OwnerFiles.RowOf(bytes, plan.Target("thất nghiệp"))}", Province.Labour));
        var file = new Sent { Plan = plan.Name, RequestId = $"{Guid.CreateVersion7()}" };

        var first = await registry.Return(filled, file);

        (await registry.Return(filled, file)).ShouldBe(first);
        first.AssignedCount.ShouldBe(1);
        (await Refused.By(() => registry.Return(bytes, file))).Reason.ShouldBe("REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task Is_refused_for_the_workbook_of_another_plan()
    {
        var (plan, other) = (await registry.PublishedPlan(), await registry.PublishedPlan());
        var (_, bytes) = await registry.Export(other);

        var refused = await Refused.By(() => registry.Return(bytes, new() { Plan = plan.Name }));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, "OWNER_SHEET_OF_ANOTHER_PLAN"));
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "empty", "DOCUMENT_EMPTY" }, { "text", "OWNER_SHEET_UNREADABLE" }, { "cut off", "OWNER_SHEET_UNREADABLE" },
        { "headings changed", "OWNER_SHEET_UNREADABLE" }, { "hash", "DOCUMENT_HASH_MISMATCH" }, { "large", "DOCUMENT_TOO_LARGE" }, { "bomb", "DOCUMENT_UNPACKS_TOO_LARGE" },
        { "reason", "FIELD_TOO_LONG" }, { "day", "DATE_INVALID" }, { "name", "NAME_MALFORMED" }, { "nowhere", "PLAN_NOT_FOUND" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Is_refused_for_a_file_that_is_no_workbook_of_owners(string what, string reason)
    {
        var plan = await registry.PublishedPlan();
        var (_, bytes) = await registry.Export(plan);
        (byte[] Bytes, Sent File) sent = what switch
        {
            "empty" => ([], new()),
            "text" => (Encoding.UTF8.GetBytes("Mã;Tên"), new()),
            "cut off" => (bytes[..(bytes.Length / 2)], new()),
            "headings changed" => (OwnerFiles.With(bytes, ("I4", "Cơ quan")), new()),
            "hash" => (bytes, new() { Sha256 = new string('0', 64) }),
            "day" => (bytes, new() { From = new() { Year = 2026, Month = 13, Day = 1 } }),
            "name" => (bytes, new() { Plan = "x" }),
            "nowhere" => (bytes, new() { Plan = $"plans/{Guid.CreateVersion7()}" }),
            "bomb" => (OwnerFiles.Bomb(), new()),
            "large" => ([.. bytes, .. new byte[20 << 20]], new()),
            _ => (bytes, new() { Reason = new string('x', 1001) }),
        };
        if (sent.File.Plan.Length == 0)
            sent.File.Plan = plan.Name;

        (await Refused.By(() => registry.Return(sent.Bytes, sent.File))).Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task Is_refused_when_the_stream_is_out_of_order()
    {
        using var call = registry.Owners.ImportOwners();
        await call.RequestStream.WriteAsync(new() { Chunk = Google.Protobuf.ByteString.CopyFromUtf8("x") });
        await call.RequestStream.CompleteAsync();

        (await Refused.By(() => call.ResponseAsync)).Reason.ShouldBe("DOCUMENT_STREAM_MALFORMED");
    }

    private async Task Assign(V1.Plan plan, string item, string lead) =>
        await registry.Owners.AssignOwnersAsync(new() { Plan = plan.Name, Assignments = { new Assignment { Items = { item }, Lead = lead } } });
}
