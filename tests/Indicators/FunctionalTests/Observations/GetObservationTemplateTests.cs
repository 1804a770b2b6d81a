using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;
using SocialPolicy.Indicators.FunctionalTests.Targets;
using SocialPolicy.Workbooks.Reading;
using Form = SocialPolicy.Indicators.V1.GetObservationTemplateRequest.Types.Form;
using Format = SocialPolicy.Indicators.V1.GetObservationTemplateRequest.Types.Format;

namespace SocialPolicy.Indicators.FunctionalTests.Observations;

[Collection(nameof(Indicators))]
public sealed class HandingOutATemplate(Indicators indicators)
{
    public static TheoryData<Form, Format> Kinds => new()
    {
        { Form.Unspecified, Format.Unspecified }, { Form.Rows, Format.Csv }, { Form.Periods, Format.Xlsx }, { Form.Periods, Format.Csv }, { Form.Indicators, Format.Xlsx }, { Form.Indicators, Format.Csv },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Changes_nothing_when_it_comes_back_as_it_went_out_whoever_gave_a_value_meanwhile(Form form, Format format)
    {
        var place = await APlace.In(indicators);
        await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "97.25"), place.Row(1, "20", "2025-02"));
        var template = await Get(Asked(place, form, format));

        var back = await place.Officer.Import(Files.By(place.Agency), template);
        (back.GivenCount, back.UnchangedCount, back.EmptyCount, back.RefusedCount, back.Batch).ShouldBe((2, 2, 2, 0, ""));

        await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "98"));
        var late = await place.Officer.Import(Files.By(place.Agency), template);
        (late.UnchangedCount, late.RevisedCount).ShouldBe((2, 0));
        (await place.Values()).ShouldBe(["98", "20"], ignoreOrder: true);
    }

    [Fact]
    public async Task Names_indicators_units_and_periods_and_shows_what_was_given()
    {
        var place = await APlace.In(indicators);
        var share = place.Row(1, "", "2025-02");
        (share.Numerator, share.Denominator, share.Note, share.Official) = ("1", "8", "- theo báo cáo 12", true);
        await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "97.25"), share);

        var rows = Read(await Get(Asked(place, Form.Rows, Format.Xlsx)));

        rows[0].Skip(1).ShouldBe(
            ["Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Mã đơn vị", "Tên đơn vị", "Kỳ", "Ước thực hiện", "Giá trị", "Tử số", "Mẫu số", "Đạt", "Số liệu chính thức", "Ghi chú"]);
        rows.Count.ShouldBe(5);
        var (code, name) = ($"spp:{place.Indicator.Code}", place.Indicator.DisplayName);
        Row(place.Communes[0], "2025-01").ShouldBe([code, name, "%", place.Communes[0].Codes[0], place.Communes[0].Name, "2025-01", "", "97.25", "", "", "", "", ""]);
        Row(place.Communes[1], "2025-02").ShouldBe([code, name, "%", place.Communes[1].Codes[0], place.Communes[1].Name, "2025-02", "", "", "1", "8", "", "x", "- theo báo cáo 12"]);
        Row(place.Communes[1], "2025-01")[7..].ShouldAllBe(cell => cell.Length == 0);

        string[] Row(ChangedUnit unit, string period) => [.. rows.Single(row => row[4] == unit.Codes[0] && row[6] == period).Skip(1)];
    }

    [Fact]
    public async Task Comes_back_with_what_was_entered()
    {
        var place = await APlace.In(indicators);
        var share = place.Row(0, "");
        (share.Numerator, share.Denominator, share.Note) = ("1", "8", "Dòng một\nDòng hai");
        await place.Officer.Send(Rows.By(place.Agency), share);
        var lines = Encoding.UTF8.GetString(await Get(Asked(place, Form.Rows, Format.Csv))).Replace(";1;8;", ";2;8;", StringComparison.Ordinal);
        var entered = lines.Replace($"{place.Communes[1].Codes[0]};{place.Communes[1].Name};2025-01;;;", $"{place.Communes[1].Codes[0]};{place.Communes[1].Name};2025-01;;62,5;", StringComparison.Ordinal);

        var answer = await place.Officer.Import(Files.By(place.Agency), Encoding.UTF8.GetBytes(entered));

        (answer.AddedCount, answer.RevisedCount, answer.EmptyCount, answer.RefusedCount).ShouldBe((1, 1, 2, 0));
        (await place.Values()).ShouldBe(["25", "62.5"], ignoreOrder: true);
    }

    [Fact]
    public async Task Takes_no_value_back_whose_cell_was_emptied()
    {
        var place = await APlace.In(indicators);
        await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "97.25"));
        var emptied = Encoding.UTF8.GetString(await Get(Asked(place, Form.Periods, Format.Csv))).Replace("97,25", "", StringComparison.Ordinal);

        var answer = await place.Officer.Import(Files.By(place.Agency), Encoding.UTF8.GetBytes(emptied));

        answer.RefusedRows.ShouldHaveSingleItem().Reason.ShouldBe("VALUE_REQUIRED");
        (await place.Values()).ShouldBe(["97.25"]);
    }

    [Fact]
    public async Task Has_the_indicators_of_a_plan_and_the_units_that_are_asked_for()
    {
        var place = await APlace.In(indicators);
        var (first, second) = (APlan.Target(), APlan.Target());
        var plan = await indicators.AdoptOf(place.Province, first, second);
        var asked = Asked(place, Form.Rows, Format.Xlsx);
        asked.Indicators.Clear();
        (asked.Plan, asked.OwnUnit, asked.Estimate) = ($"plans/{plan.PlanId}", true, true);

        var rows = Read(await Get(asked));

        var named = (await indicators.TargetsOf(plan)).Select(target => target.Indicator).Distinct().ToList();
        rows.Skip(1).Select(row => row[2]).Distinct().ShouldBe(named);
        rows.Skip(1).Select(row => row[4]).Distinct().ShouldBe([place.Province.Codes[0], .. place.Communes.Select(unit => unit.Codes[0])], ignoreOrder: true);
        rows.Skip(1).ShouldAllBe(row => row[7] == "x");
        asked = Asked(place, Form.Rows, Format.Xlsx);
        asked.Agency = (await indicators.AnAgency(of: place.Communes[0])).Codes[0];
        Read(await Get(asked)).Skip(1).Select(row => row[4]).Distinct().ShouldBe([place.Communes[0].Codes[0]]);
    }

    [Fact]
    public async Task Writes_what_looks_like_a_formula_as_a_text()
    {
        var place = await APlace.In(indicators);
        var row = place.Row(0, "1");
        row.Note = "=cmd|' /C calc'!A0";
        await place.Officer.Send(Rows.By(place.Agency), row);

        Encoding.UTF8.GetString(await Get(Asked(place, Form.Rows, Format.Csv))).ShouldContain(";'=cmd|' /C calc'!A0");
        Read(await Get(Asked(place, Form.Rows, Format.Xlsx))).SelectMany(cells => cells).ShouldContain("=cmd|' /C calc'!A0");
    }

    [Theory]
    [InlineData(Form.Rows)]
    [InlineData(Form.Periods)]
    [InlineData(Form.Indicators)]
    public async Task Is_a_workbook_by_its_standard_of_which_only_values_can_be_changed(Form form)
    {
        var place = await APlace.In(indicators);
        await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "97.25"));

        using var book = SpreadsheetDocument.Open(new MemoryStream(await Get(Asked(place, form, Format.Xlsx))), isEditable: false);

        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var sheet = ((WorksheetPart)book.WorkbookPart!.GetPartById("values")).Worksheet;
        sheet.GetFirstChild<SheetProtection>()!.Sheet!.Value.ShouldBeTrue();
        sheet.GetFirstChild<Columns>()!.Elements<Column>().First().Hidden!.Value.ShouldBeTrue();
        var styles = book.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var open = sheet.Descendants<Cell>().Where(cell => styles[(int)cell.StyleIndex!.Value].Protection is { Locked.Value: false }).ToList();
        open.ShouldContain(cell => cell.InnerText == "97.25");
        open.ShouldNotContain(cell => cell.InnerText.Contains(place.Communes[0].Codes[0]) || cell.InnerText.Contains(place.Indicator.Code));
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "agency", "AGENCY_NOT_FOUND" }, { "indicator", "INDICATOR_NOT_FOUND" }, { "no indicator", "FIELD_REQUIRED" }, { "no period", "FIELD_REQUIRED" }, { "period", "PERIOD_MALFORMED" },
        { "level", "VALUE_UNKNOWN" }, { "plan", "TEMPLATE_EMPTY" }, { "judgement", "TEMPLATE_NEEDS_ROWS" }, { "many", "TOO_MANY_NAMES" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Is_refused_with_the_name_of_what_is_wrong(string what, string reason)
    {
        var place = await APlace.In(indicators);
        var asked = Asked(place, Form.Periods, Format.Xlsx);
        switch (what)
        {
            case "agency": asked.Agency = "spp:nobody"; break;
            case "indicator": asked.Indicators.Add("spp:nothing"); break;
            case "no indicator": asked.Indicators.Clear(); break;
            case "no period": asked.Periods.Clear(); break;
            case "period": asked.Periods.Add("2025-13"); break;
            case "level": asked.Level = "village"; break;
            case "plan":
                asked.Indicators.Clear();
                asked.Plan = $"plans/{Guid.CreateVersion7()}";
                break;
            case "judgement":
                asked.Indicators.Add((await indicators.Create(one =>
                {
                    (one.Kind, one.Unit, one.Scale, one.Least, one.Most) = (V1.Indicator.Types.Kind.Judgement, "", "", "", "");
                    (one.OverUnits, one.OverTime) = (V1.Indicator.Types.OverUnits.None, V1.Indicator.Types.OverTime.Last);
                })).Name);
                break;
            default: asked.Periods.AddRange(Enumerable.Range(1, 366).Select(_ => "2025")); break;
        }

        (await Refused.By(() => Get(asked))).Reason.ShouldBe(reason);
    }

    private static V1.GetObservationTemplateRequest Asked(APlace place, Form form, Format format) =>
        new() { Agency = place.Agency.Codes[0], Indicators = { place.Indicator.Name }, Periods = { "2025-01", "2025-02" }, Form = form, Format = format };

    private static List<string[]> Read(byte[] file) =>
        [.. TableFile.Read(new MemoryStream(file), "Số liệu").Rows.Select(row => Enumerable.Range(0, 14).Select(column => row[column].Text).ToArray())];

    private async Task<byte[]> Get(V1.GetObservationTemplateRequest asked)
    {
        using var call = indicators.Observations.GetObservationTemplate(asked);
        await call.ResponseStream.MoveNext(CancellationToken.None);
        var file = call.ResponseStream.Current.File;
        var bytes = new MemoryStream();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            bytes.Write(call.ResponseStream.Current.Chunk.Span);
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.ToArray())).ShouldBe(file.Sha256);
        file.FileName.ShouldEndWith(asked.Format is Format.Csv ? ".csv" : ".xlsx");
        return bytes.ToArray();
    }
}
