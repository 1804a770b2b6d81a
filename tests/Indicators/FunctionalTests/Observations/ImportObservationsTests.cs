using System.Security.Cryptography;
using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;
using Mode = SocialPolicy.Indicators.V1.ObservationBatch.Types.Mode;

namespace SocialPolicy.Indicators.FunctionalTests.Observations;

[Collection(nameof(Indicators))]
public sealed class ImportingObservations(Indicators indicators)
{
    [Fact]
    public async Task Records_the_rows_as_one_act_and_keeps_the_file()
    {
        var place = await APlace.In(indicators);
        var file = Files.Csv("indicator,unit,period,value,note", $"{Code(place)},{Unit(place, 0)},2025-01,97.5,", $"{Code(place)},{Unit(place, 1)},2025-01,20,\"theo báo cáo, số 12\"");

        var answer = await place.Officer.Import(Files.By(place.Agency), file);

        (answer.GivenCount, answer.AddedCount, answer.RefusedCount, answer.EmptyCount, answer.Stored).ShouldBe((2, 2, 0, 0, true));
        var kept = (await indicators.Observations.ListObservationsAsync(new() { Indicator = place.Indicator.Name })).Observations;
        kept.Select(one => (one.Value, one.Note, one.Source, one.Batch)).ShouldBe(
            [("97.5", "", "so-lieu.csv", answer.Batch), ("20", "theo báo cáo, số 12", "so-lieu.csv", answer.Batch)], ignoreOrder: true);
        (await indicators.Kept(Sha256(file))).ShouldBe(file);
        (await indicators.Ask<string>("select attachment from observation_batches where id = @id", new { id = Guid.Parse(answer.Batch["observationBatches/".Length..]) })).ShouldBe(Sha256(file));
        (await place.Rollups()).ShouldBe([("2025-01", 2, 117.5m)]);
    }

    [Fact]
    public async Task Reads_the_numbers_of_a_file_with_semicolons_as_Vietnamese_writes_them()
    {
        var place = await APlace.In(indicators, communes: 3);
        var indicator = await indicators.Create(one => (one.Unit, one.Scale, one.Most, one.OverUnits) = ("người", "", "", V1.Indicator.Types.OverUnits.Sum));
        string Line(int commune, string value) => $"{indicator.Name};{Unit(place, commune)};2025-01;{value}";

        await place.Officer.Import(Files.By(place.Agency), [0xEF, 0xBB, 0xBF, .. Files.Csv("Mã chỉ tiêu;Mã đơn vị;Kỳ;Giá trị", Line(0, "97,5"), Line(1, "1.234,25"), Line(2, "1.234.567"))]);
        var unclear = await place.Officer.Import(Files.By(place.Agency), Files.Csv("Mã chỉ tiêu;Mã đơn vị;Kỳ;Giá trị", Line(0, "1.234")));

        (await indicators.Observations.ListObservationsAsync(new() { Indicator = indicator.Name })).Observations.Select(one => one.Value).ShouldBe(["97.5", "1234.25", "1234567"], ignoreOrder: true);
        var refused = unclear.RefusedRows.ShouldHaveSingleItem();
        (refused.Row, refused.Column, refused.Reason, refused.Cell).ShouldBe((2, "value", "NUMBER_AMBIGUOUS", "D2"));
    }

    [Fact]
    public async Task Takes_a_workbook_with_shares_and_judgements()
    {
        var place = await APlace.In(indicators);
        var judged = await indicators.Create(one =>
        {
            (one.Kind, one.Unit, one.Scale, one.Least, one.Most) = (V1.Indicator.Types.Kind.Judgement, "", "", "", "");
            (one.OverUnits, one.OverTime) = (V1.Indicator.Types.OverUnits.None, V1.Indicator.Types.OverTime.Last);
        });

        var answer = await place.Officer.Import(Files.By(place.Agency), Files.Workbook(
            ["Mã chỉ tiêu", "Tên chỉ tiêu", "Mã đơn vị", "Kỳ", "Giá trị", "Tử số", "Mẫu số", "Đạt", "Số liệu chính thức", "Ghi chú"],
            [place.Indicator.Name, "=cmd|' /C calc'!A0", Unit(place, 0), "2025-01", null, 1d, 8d, null, true, null],
            [place.Indicator.Name, null, Unit(place, 1), "2025-01", 0.1 + 0.2, null, null, null, null, null],
            [judged.Name, null, Unit(place, 0), 2025d, null, null, null, "không đạt", null, "Biên bản 12"]));

        answer.RefusedRows.ShouldBeEmpty();
        answer.AddedCount.ShouldBe(3);
        var values = (await indicators.Observations.ListObservationsAsync(new() { Indicator = place.Indicator.Name })).Observations;
        values.Select(one => (one.Value, one.Numerator, one.Denominator, one.Official)).ShouldBe([("12.5", "1", "8", true), ("0.3", "", "", false)], ignoreOrder: true);
        var judgement = (await indicators.Observations.ListObservationsAsync(new() { Indicator = judged.Name })).Observations.ShouldHaveSingleItem();
        (judgement.Achieved, judgement.Period, judgement.Note).ShouldBe((false, "2025", "Biên bản 12"));
    }

    [Fact]
    public async Task Takes_the_wide_forms()
    {
        var place = await APlace.In(indicators);
        var other = await indicators.Create();

        var months = await place.Officer.Import(Files.By(place.Agency), Files.Csv(
            "indicator,unit,2025-01,2025-02,2025-03", $"{place.Indicator.Name},{Unit(place, 0)},10,11,", $"{place.Indicator.Name},{Unit(place, 1)},20,,x"));
        var ofOneMonth = await place.Officer.Import(Files.By(place.Agency), Files.Csv(
            $"unit,period,{Code(place)},spp:{other.Code}", $"{Unit(place, 0)},2025-04,13,50", $"{Unit(place, 1)},2025-04,23,60"));

        (months.Stored, months.GivenCount, months.EmptyCount).ShouldBe((false, 4, 2));
        var refused = months.RefusedRows.ShouldHaveSingleItem();
        (refused.Row, refused.Cell, refused.Reason).ShouldBe((3, "E3", "VALUE_MALFORMED"));
        ofOneMonth.AddedCount.ShouldBe(4);
        (await place.Rollups()).ShouldBe([("2025-04", 2, 36m)]);
    }

    [Fact]
    public async Task Names_refused_rows_as_the_file_does_and_keeps_the_others_where_that_is_asked_for()
    {
        var place = await APlace.In(indicators);
        var file = Files.Csv(
            "period,value,unit,indicator,official", $"2025-01,10,{Unit(place, 0)},{place.Indicator.Name},có", "", $"2025-13,10,{Unit(place, 0)},{place.Indicator.Name},",
            $"2025-02,,{Unit(place, 0)},{place.Indicator.Name},", $"2025-03,10,gso:nowhere,{place.Indicator.Name},", $"2025-03,10,{Unit(place, 1)},{place.Indicator.Name},maybe",
            $"2025-01,11,{Unit(place, 0)},{place.Indicator.Name},");

        var whole = await place.Officer.Import(Files.By(place.Agency), file);
        var sent = Files.By(place.Agency);
        sent.Mode = Mode.SkipBadRows;
        var some = await place.Officer.Import(sent, file);

        (whole.Stored, whole.GivenCount, whole.RefusedCount, whole.EmptyCount).ShouldBe((false, 5, 4, 1));
        whole.RefusedRows.Select(row => (row.Row, row.Column, row.Cell, row.Reason)).ShouldBe(
            [(4, "period", "A4", "PERIOD_MALFORMED"), (6, "unit", "C6", "UNIT_NOT_FOUND"), (7, "official", "E7", "FLAG_MALFORMED"), (8, "", "", "ROW_REPEATED")]);
        (some.Stored, some.AddedCount, some.RefusedCount).ShouldBe((true, 1, 4));
        (await place.Values()).ShouldBe(["10"]);
    }

    [Fact]
    public async Task Changes_nothing_when_the_file_comes_again_and_stores_nothing_when_only_validated()
    {
        var place = await APlace.In(indicators);
        var file = Files.Csv("indicator,unit,period,value", $"{place.Indicator.Name},{Unit(place, 0)},2025-01,10");
        var trial = Files.By(place.Agency);
        trial.ValidateOnly = true;

        var tried = await place.Officer.Import(trial, file);
        (tried.Stored, tried.AddedCount).ShouldBe((false, 1));
        (await place.Values()).ShouldBeEmpty();
        (await indicators.Kept(Sha256(file))).ShouldBeNull();

        await place.Officer.Import(Files.By(place.Agency), file);
        var again = await place.Officer.Import(Files.By(place.Agency), file);
        (again.Stored, again.AddedCount, again.UnchangedCount, again.Batch).ShouldBe((true, 0, 1, ""));
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "nothing", "DOCUMENT_EMPTY" }, { "hash", "DOCUMENT_HASH_MISMATCH" }, { "column", "COLUMN_UNKNOWN" }, { "twice", "COLUMN_REPEATED" },
        { "both", "COLUMN_REPEATED" }, { "no period", "COLUMN_REQUIRED" }, { "no value", "COLUMN_REQUIRED" }, { "only blank", "COLUMN_REQUIRED" },
        { "utf-16", "TABLE_UNREADABLE" }, { "open quote", "TABLE_UNREADABLE" }, { "no workbook", "TABLE_UNREADABLE" }, { "agency", "AGENCY_NOT_FOUND" },
        { "other agency", "AGENCY_NOT_YOURS" }, { "long source", "FIELD_TOO_LONG" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Is_refused_with_the_name_of_what_is_wrong_and_leaves_nothing(string what, string reason)
    {
        var place = await APlace.In(indicators);
        var sent = Files.By(place.Agency);
        var file = Files.Csv("indicator,unit,period,value", $"{place.Indicator.Name},{Unit(place, 0)},2025-01,10");
        switch (what)
        {
            case "nothing": file = []; break;
            case "hash": sent.Sha256 = new string('0', 64); break;
            case "column": file = Files.Csv("indicator,period,value,region", "spp:a,2025,1,x"); break;
            case "twice": file = Files.Csv("indicator,period,value,Giá trị"); break;
            case "both": file = Files.Csv("indicator,value,2025-01"); break;
            case "no period": file = Files.Csv("indicator,value"); break;
            case "no value": file = Files.Csv("indicator,period"); break;
            case "only blank": file = Files.Csv("", ",,"); break;
            case "utf-16": file = System.Text.Encoding.Unicode.GetBytes("indicator,period,value"); break;
            case "open quote": file = Files.Csv("indicator,period,value", "\"spp:a,2025,1"); break;
            case "no workbook": file = [.. "PK\u0003\u0004 and nothing else"u8]; break;
            case "agency": sent.Agency = "spp:nobody"; break;
            case "other agency": sent.Agency = (await indicators.AnAgency()).Codes[0]; break;
            default: sent.Source = new('x', 501); break;
        }

        (await Refused.By(() => place.Officer.Import(sent, file))).Reason.ShouldBe(reason);
        (await place.Values()).ShouldBeEmpty();
        (await indicators.Kept(Sha256(file))).ShouldBeNull();
    }

    [Fact]
    public async Task Is_refused_when_the_stream_is_out_of_order_or_too_long()
    {
        var place = await APlace.In(indicators);
        var (file, chunk) = (new V1.ImportObservationsRequest { File = Files.By(place.Agency) }, Chunk(10));

        foreach (var stream in new V1.ImportObservationsRequest[][] { [], [chunk, file], [file, file], [file, Chunk((1 << 20) + 1)] })
            (await Refused.By(() => place.Officer.Import(stream))).Reason.ShouldBe("DOCUMENT_STREAM_MALFORMED");
        (await Refused.By(() => place.Officer.Import([file, .. Enumerable.Repeat(Chunk(1 << 20), 21)]))).Reason.ShouldBe("DOCUMENT_TOO_LARGE");
    }

    [Fact]
    public async Task Gives_its_first_answer_again_to_the_same_request()
    {
        var place = await APlace.In(indicators);
        var sent = Files.By(place.Agency);
        sent.RequestId = $"{Guid.CreateVersion7()}";
        var file = Files.Csv("indicator,unit,period,value", $"{place.Indicator.Name},{Unit(place, 0)},2025-01,10");

        var first = await place.Officer.Import(sent, file);

        (await place.Officer.Import(sent, file)).ShouldBe(first);
        var refused = await Refused.By(() => place.Officer.Import(sent, [.. file, .. "\r\n"u8]));
        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, "REQUEST_ID_REUSED"));
    }

    private static string Code(APlace place) => $"spp:{place.Indicator.Code}";

    private static string Unit(APlace place, int commune) => place.Communes[commune].Codes[0];

    private static string Sha256(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static V1.ImportObservationsRequest Chunk(int size) => new() { Chunk = Google.Protobuf.ByteString.CopyFrom(new byte[size]) };
}
