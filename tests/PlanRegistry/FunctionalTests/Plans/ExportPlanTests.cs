using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Amendments;
using static SocialPolicy.PlanRegistry.FunctionalTests.Amendments.Amending;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

public sealed class ExportingAPlan(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Gives_the_full_view_as_json()
    {
        var plan = await registry.ImportPublished();

        var (name, bytes) = await Export(new() { Name = plan.Name });

        name.ShouldBe($"{plan.Number.Replace('/', '-')}.json");
        V1.Plan.Parser.ParseJson(Encoding.UTF8.GetString(bytes)).ShouldBe(plan);
    }

    [Fact]
    public async Task Lays_it_out_as_a_document_of_an_office()
    {
        var plan = await registry.ImportPublished();

        var (name, bytes) = await Export(new() { Name = plan.Name, Format = V1.ExportFormat.Docx });

        name.ShouldEndWith(".docx");
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator().Validate(document).ShouldBeEmpty();
        var lines = document.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText).ToList();
        string[] expected =
        [
            "ỦY BAN NHÂN DÂN", "TỈNH SƠN LA", $"Số: {plan.Number}", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Sơn La, ngày 06 tháng 02 năm 2024",
            "KẾ HOẠCH", "Thực hiện chính sách xã hội trên địa bàn tỉnh giai đoạn 2024 - 2030", "Căn cứ Nghị quyết số 42-NQ/TW ngày 24 tháng 11 năm 2023;",
            "I. MỤC TIÊU", "1. Mục tiêu cụ thể đến năm 2030", "- Tỷ lệ thất nghiệp khu vực thành thị dưới 4%.", "II. NHIỆM VỤ, GIẢI PHÁP", "1. Tăng cường tuyên truyền về chính sách xã hội",
            "III. CHẾ ĐỘ BÁO CÁO", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu",
        ];
        lines.Where(expected.Contains).ShouldBe(expected);
        lines.ShouldContain(line => line.Contains("báo cáo", StringComparison.Ordinal) && line.EndsWith("(qua Sở Lao động - Thương binh và Xã hội) trước ngày 15/12.", StringComparison.Ordinal));
        lines[^1].ShouldContain("không thay thế văn bản gốc");
    }

    [Fact]
    public async Task Marks_what_amendments_changed_and_says_by_what()
    {
        var plan = await registry.ImportPublished();
        await registry.Amendments.AmendPlanAsync(Amendment(plan, registry.Today(), Value(plan.Targets[0], "3"), Dropped(plan.Targets[1]), Added("Tỷ lệ trẻ em được tiêm chủng từ 90% trở lên", "90")));

        var (_, bytes) = await Export(new() { Name = plan.Name, Format = V1.ExportFormat.Docx });

        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var lines = document.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText).ToList();
        lines.ShouldContain("- Tỷ lệ thất nghiệp khu vực thành thị dưới 4% (nay là: dưới 3 %, năm 2030). (1)");
        lines.ShouldContain("- Tỷ lệ trẻ em được tiêm chủng từ 90% trở lên. (2)");
        lines.ShouldNotContain(line => line.Contains("qua đào tạo", StringComparison.Ordinal) && line.StartsWith('-'));
        lines.ShouldContain(line => line.StartsWith("(1) Được sửa đổi theo Văn bản số 12/QĐ-UBND ngày 01/03/2024", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("(2) Được bổ sung theo", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("Nội dung “", StringComparison.Ordinal) && line.Contains("được bãi bỏ", StringComparison.Ordinal));
        var (_, before) = await Export(new() { Name = plan.Name, InForceOn = Day(2026, 10, 31) });
        V1.Plan.Parser.ParseJson(Encoding.UTF8.GetString(before)).Targets.ShouldBe(plan.Targets);
    }

    [Fact]
    public async Task Gives_a_workbook_with_numbers_as_numbers()
    {
        var plan = await registry.ImportPublished();

        var (name, bytes) = await Export(new() { Name = plan.Name, Format = V1.ExportFormat.Xlsx });

        name.ShouldEndWith(".xlsx");
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator().Validate(document).ShouldBeEmpty();
        var book = document.WorkbookPart!;
        book.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value).ShouldBe(["Kế hoạch", "Chỉ tiêu", "Nhiệm vụ", "Chế độ báo cáo", "Căn cứ"]);
        var rows = ((WorksheetPart)book.GetPartById("sheet2")).Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().ToList();
        rows.Count.ShouldBe(plan.Targets.Count + 1);
        rows[1].Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(cell => cell.InnerText).Skip(3).Take(5).ShouldBe(["dưới 4 %", "4", "", "%", "2030"]);
    }

    [Fact]
    public async Task Is_refused_for_a_plan_or_a_form_that_is_not_there()
    {
        (await Refusal(new() { Name = $"plans/{Guid.CreateVersion7()}" })).Reason.ShouldBe("PLAN_NOT_FOUND");
        (await Refusal(new() { Name = "plans/1" })).Reason.ShouldBe("NAME_MALFORMED");
        var plan = await registry.ImportPublished();
        (await Refusal(new() { Name = plan.Name, Format = (V1.ExportFormat)99 })).Reason.ShouldBe("VALUE_UNKNOWN");
        (await Refusal(new() { Name = plan.Name, InForceOn = Day(2026, 2, 30) })).Reason.ShouldBe("DATE_INVALID");
    }

    private async Task<(string Name, byte[] Bytes)> Export(V1.ExportPlanRequest request)
    {
        using var call = registry.Registrar.ExportPlan(request);
        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        var file = call.ResponseStream.Current.File;
        var bytes = new MemoryStream();
        await foreach (var message in call.ResponseStream.ReadAllAsync())
            bytes.Write(message.Chunk.Span);
        Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())).ShouldBe(file.Sha256);
        bytes.Length.ShouldBe(file.SizeBytes);
        return (file.FileName, bytes.ToArray());
    }

    private async Task<Refused> Refusal(V1.ExportPlanRequest request)
    {
        using var call = registry.Registrar.ExportPlan(request);
        return Refused.Of(await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None)));
    }
}
