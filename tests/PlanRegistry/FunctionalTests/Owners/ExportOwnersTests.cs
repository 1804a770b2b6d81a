using System.Security.Cryptography;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Assignment = SocialPolicy.PlanRegistry.V1.AssignOwnersRequest.Types.Assignment;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Owners;

public sealed class ExportingOwners(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Gives_a_workbook_that_its_format_allows_whole_and_as_announced()
    {
        var plan = await registry.PublishedPlan();

        var (file, bytes) = await registry.Export(plan);

        file.FileName.ShouldBe($"phan-cong-{plan.Number.Replace('/', '-')}.xlsx");
        (file.SizeBytes, file.Sha256).ShouldBe((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_each_item_with_what_is_suggested_and_who_has_it()
    {
        var plan = await registry.PublishedPlan();
        var target = plan.Target("thất nghiệp");
        await registry.Owners.AssignOwnersAsync(new() { Plan = plan.Name, Assignments = { new Assignment { Items = { target }, Lead = Province.Labour, Coordinating = { Province.Health, Province.HomeAffairs } } } });

        var (_, bytes) = await registry.Export(plan);

        var (cells, row) = (OwnerFiles.Cells(bytes), OwnerFiles.RowOf(bytes, target));
        (cells[$"D{row}"], cells[$"F{row}"], cells[$"I{row}"], cells[$"K{row}"]).ShouldBe(("Chỉ tiêu", "Lao động, việc làm", Province.Labour, $"{Province.Health}; {Province.HomeAffairs}"));
        cells[$"E{row}"].ShouldContain("thất nghiệp");
        cells[$"G{row}"].ShouldBe($"Sở Lao động - Thương binh và Xã hội tỉnh Sơn La [{Province.Labour}] (khá rõ, theo phần tổ chức thực hiện)");
        cells[$"H{row}"].ShouldContain("giảm tỷ lệ thất nghiệp");
        cells[$"L{row}"].ShouldContain("Chủ trì: Sở Lao động");
        cells["I4"].ShouldBe("Mã cơ quan chủ trì");
        OwnerFiles.Cells(bytes, "Cơ quan").Values.ShouldContain(Province.Education);
        OwnerFiles.Cells(bytes, "Cơ quan").Values.ShouldNotContain(Province.Ended);
    }

    [Fact]
    public async Task Lets_an_officer_change_the_owners_and_nothing_else()
    {
        var (_, bytes) = await registry.Export(await registry.PublishedPlan());

        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var book = document.WorkbookPart!;
        var sheet = ((WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().First().Id!.Value!)).Worksheet;
        var formats = book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var open = sheet.Descendants<Cell>().Where(cell => formats[(int)cell.StyleIndex!.Value].Protection?.Locked?.Value == false).Select(cell => cell.CellReference!.Value![0]).Distinct();

        open.ShouldBe(['I', 'K']);
        sheet.Descendants<SheetProtection>().Single().Sheet!.Value.ShouldBeTrue();
        sheet.Descendants<Column>().Where(column => column.Hidden?.Value == true).Select(column => column.Min!.Value).ShouldBe([1u, 2u]);
        sheet.Descendants<Pane>().Single().VerticalSplit!.Value.ShouldBe(4);
        sheet.Descendants<DataValidation>().ShouldHaveSingleItem().Formula1!.Text.ShouldStartWith("'Cơ quan'!$A$2");
    }

    [Fact]
    public async Task Is_refused_while_the_reading_is_unconfirmed()
    {
        var plan = await registry.Import(Province.Text());

        var refused = await Refused.By(() => registry.Export(plan));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.FailedPrecondition, "PLAN_READING_UNCONFIRMED"));
    }
}
