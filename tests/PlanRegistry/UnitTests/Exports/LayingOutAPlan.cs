using SocialPolicy.PlanRegistry.Domain.Exports;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.UnitTests.Plans;
using SocialPolicy.PlanText;
using static SocialPolicy.PlanRegistry.Domain.Exports.PaperPart;

namespace SocialPolicy.PlanRegistry.UnitTests.Exports;

public sealed class LayingOutAPlan
{
    private static readonly DateOnly Today = new(2026, 11, 10);

    [Fact]
    public void Writes_the_head_as_the_decree_has_it()
    {
        var head = Paper(APlan.Header with { Province = "tỉnh Sơn La", IssuedOn = new DocumentDate(2024, 2, 6) }).Head;

        (head.IsParty, head.Number, head.PlaceAndDay, head.Kind).ShouldBe((false, "Số: 43/KH-UBND", "Sơn La, ngày 06 tháng 02 năm 2024", "KẾ HOẠCH"));
        head.Issuer.ShouldBe(["ỦY BAN NHÂN DÂN", "TỈNH SƠN LA"]);
    }

    [Fact]
    public void Writes_the_head_of_a_Party_document_its_own_way()
    {
        var head = Paper(APlan.Header with { IssuerSystem = GovernmentSystem.Party, Number = "230-KH/HU", Issuer = "Ban Thường vụ Huyện ủy Phụng Hiệp", IssuedOn = new DocumentDate(2024, 10) }).Head;

        (head.IsParty, head.Number).ShouldBe((true, "Số 230-KH/HU"));
        head.Issuer.ShouldBe(["BAN THƯỜNG VỤ HUYỆN ỦY PHỤNG HIỆP"]);
        head.PlaceAndDay.ShouldBe("ngày      tháng 10 năm 2024");
    }

    [Theory]
    [InlineData("Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH")]
    [InlineData("Phó Chủ tịch Thường trực", "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH THƯỜNG TRỰC")]
    [InlineData("Chủ tịch", "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH")]
    [InlineData(null, "TM. ỦY BAN NHÂN DÂN")]
    public void Says_for_whom_who_signs(string? title, string lines) =>
        string.Join('|', Paper(APlan.Header with { SignerTitle = title }).Foot.Authority).ShouldBe(lines);

    [Theory]
    [InlineData("43/KH-UBND", "KẾ HOẠCH")]
    [InlineData("12-CTr/TU", "CHƯƠNG TRÌNH")]
    [InlineData("12/QĐ-UBND", "QUYẾT ĐỊNH")]
    [InlineData(null, "KẾ HOẠCH")]
    public void Knows_the_kind_of_document_by_its_number(string? number, string kind) => Paper(APlan.Header with { Number = number }).Head.Kind.ShouldBe(kind);

    [Fact]
    public void Counts_only_the_parts_there_are()
    {
        var duty = new PlanDuty(Guid.CreateVersion7(), ["các sở, ban, ngành"], ["UBND tỉnh"], "Sở Nội vụ", ReportingFrequency.Annual, 25, 11, false, null, null, null, null, "kết quả", new(0, 1));

        Lines(APlan.Empty with { Duties = [duty, duty with { DeadlineDay = null, DeadlineMonth = null, OnceOn = new(2026, 12, 1), DeadlineInclusive = true, Via = null, Frequency = ReportingFrequency.Once }] })
            .ShouldBe(["I. CHẾ ĐỘ BÁO CÁO", "1. Các sở, ban, ngành hằng năm báo cáo kết quả về UBND tỉnh (qua Sở Nội vụ) trước ngày 25/11.", "2. Các sở, ban, ngành một lần báo cáo kết quả về UBND tỉnh chậm nhất ngày 01/12/2026."]);
    }

    [Theory]
    [InlineData(Comparator.Gt, null, false, "trên 95,5 %")]
    [InlineData(Comparator.Ge, null, false, "từ 95,5 % trở lên")]
    [InlineData(Comparator.Lt, null, false, "dưới 95,5 %")]
    [InlineData(Comparator.Le, null, false, "không quá 95,5 %")]
    [InlineData(Comparator.Eq, null, false, "95,5 %")]
    [InlineData(Comparator.Approx, null, false, "khoảng 95,5 %")]
    [InlineData(Comparator.Range, null, false, "từ 95,5 đến 97 %")]
    [InlineData(Comparator.DecreaseBy, Comparator.Range, true, "giảm từ 95,5 đến 97 %/năm")]
    [InlineData(Comparator.IncreaseBy, Comparator.Gt, false, "tăng trên 95,5 %")]
    [InlineData(Comparator.Achieve, null, false, "hoàn thành")]
    public void Says_demands_in_the_words_of_an_office(Comparator comparator, Comparator? bound, bool perYear, string words)
    {
        var target = new PlanTarget(
            Guid.CreateVersion7(), null, TargetSection.Targets, "x", "x", comparator, 95.5m, 97, "%", bound, perYear, null, null, null, 2030, null, null, null, [], new(0, 1));

        PlanSheets.Of(APlan.Header, APlan.Empty with { Targets = [target] }, []).Single(sheet => sheet.Name == "Chỉ tiêu").Rows[0][3].ShouldBe(words);
    }

    [Fact]
    public void Gives_every_row_as_many_cells_as_there_are_columns() =>
        PlanSheets.Of(APlan.Header, APlan.Empty with { TaskRows = [new("1", null, "Rà soát", "Sở Y tế", [], null, null, new(0, 1))] }, []).ShouldAllBe(sheet => sheet.Rows.All(row => row.Count == sheet.Columns.Count));

    private static Paper Paper(PlanHeader header, PlanContent? content = null) => PlanPaper.Of(header, content ?? APlan.Empty, [], ["Lưu: VT"], Today, Today);

    private static IEnumerable<string> Lines(PlanContent content) => Paper(APlan.Header, content).Parts.OfType<Paragraph>().Select(paragraph => paragraph.Text);
}
