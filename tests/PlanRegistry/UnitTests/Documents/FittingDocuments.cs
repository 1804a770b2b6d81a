using SocialPolicy.PlanRegistry.Domain.Documents;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.UnitTests.Documents;

public sealed class FittingDocuments
{
    [Theory]
    [InlineData("0")]
    [InlineData("00")]
    [InlineData("\u0323")]
    public void Compares_a_number_of_which_nothing_would_be_left_as_it_stands(string number) =>
        DocumentKey.Of(new(number, null, null, null, null, null)).Number.ShouldBe(number);

    [Theory]
    [InlineData("42-NQ/TW", "42-NQ/TW", true)]
    [InlineData("28- NQ/TW", "28-nq/tw", true)]
    [InlineData("05-NQ/TU", "5–NQ/TU", true)]
    [InlineData("42-NQ/TW", "42-NQ/TU", false)]
    [InlineData("28/2012/NĐ-CP", "28/2012/NÐ-CP", true)]
    public void Takes_spellings_of_a_number_as_one(string one, string other, bool fit) => Fit(new(one, null, null, null, null), new(other, null, null, null, null)).ShouldBe(fit);

    [Theory]
    [InlineData("Luật Việc làm", "LUẬT VIỆC LÀM", true)]
    [InlineData("Luật An toàn, vệ sinh lao động", "Luật An toàn vệ sinh lao động", true)]
    [InlineData("Luật Việc làm", "Luật Bảo hiểm y tế", false)]
    public void Knows_what_has_no_number_by_its_title(string one, string other, bool fit) => Fit(new(null, null, one, null, null), new("38/2013/QH13", null, other, null, null)).ShouldBe(fit);

    [Theory]
    [InlineData("2023-11-24", "2023-11-24", true)]
    [InlineData("2023-11", "2023-11-24", true)]
    [InlineData("2023", "2023-11", true)]
    [InlineData("", "2023-11-24", true)]
    [InlineData("2023-11-23", "2023-11-24", false)]
    [InlineData("2024", "2023-11-24", false)]
    public void Compares_dates_as_far_as_both_say_them(string one, string other, bool fit) => Fit(new("42-NQ/TW", null, null, null, Date(one)), new("42-NQ/TW", null, null, null, Date(other))).ShouldBe(fit);

    [Theory]
    [InlineData("UBND tỉnh Sơn La", "Ủy ban nhân dân tỉnh Sơn La", true)]
    [InlineData("UBND tỉnh Sơn La", null, true)]
    [InlineData("UBND tỉnh Sơn La", "UBND tỉnh Khánh Hòa", false)]
    public void Compares_issuers_when_both_say_them(string one, string? other, bool fit) => Fit(new("43/KH-UBND", null, null, one, null), new("43/KH-UBND", null, null, other, null)).ShouldBe(fit);

    [Fact]
    public void Compares_provinces_only_where_an_issuer_is_not_said()
    {
        Fit(new("43/KH-UBND", null, null, null, null, "Sơn La"), new("43/KH-UBND", null, null, "UBND tỉnh Sơn La", null, "tỉnh Sơn La")).ShouldBeTrue();
        Fit(new("43/KH-UBND", null, null, null, null, "Sơn La"), new("43/KH-UBND", null, null, null, null, "Khánh Hòa")).ShouldBeFalse();
        Fit(new("43/KH-UBND", null, null, "UBND tỉnh X", null, "Sơn La"), new("43/KH-UBND", null, null, "UBND tỉnh X", null, "Khánh Hòa")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("196-KH/TU", "Sơn La")]
    [InlineData("223/NQ-HĐND", "Sơn La")]
    [InlineData("33/TTr-SLĐTBXH", "Sơn La")]
    [InlineData("42-NQ/TW", null)]
    [InlineData("2161/QĐ-TTg", null)]
    [InlineData("28/2012/NĐ-CP", null)]
    [InlineData("202/2025/QH15", null)]
    [InlineData("09/2019/TT-BLĐTBXH", null)]
    [InlineData(null, null)]
    public void Places_a_number_in_the_province_of_who_cites_it_when_many_could_have_given_it(string? number, string? province) =>
        DocumentDescription.Of(new PlanLegalBasis(number, null, "Tên", null, PlanText.LegalRelationship.Cites, new(0, 1)), new PlanHeader { Province = "Sơn La" }).Province.ShouldBe(province);

    [Theory]
    [InlineData("Nghị quyết Đại hội đại biểu Đảng bộ huyện lần thứ XVIII", "Đảng bộ huyện Vạn Ninh")]
    [InlineData("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX", "Đảng bộ tỉnh Khánh Hòa")]
    [InlineData("Nghị quyết Đại hội Đảng bộ thị xã lần thứ XX", null)]
    [InlineData("Nghị quyết Đại hội Đảng bộ huyện Mai Sơn lần thứ XX", null)]
    [InlineData("Luật Việc làm", null)]
    public void Completes_the_body_that_a_citation_names_without_its_place(string title, string? body) => DocumentDescription.Of(
        new PlanLegalBasis(null, null, title, null, PlanText.LegalRelationship.Cites, new(0, 1)), new PlanHeader { Issuer = "Ủy ban nhân dân huyện Vạn Ninh", Province = "Khánh Hòa" }).Issuer.ShouldBe(body);

    private static bool Fit(DocumentDescription one, DocumentDescription other)
    {
        var (a, b) = (DocumentKey.Of(one), DocumentKey.Of(other));
        a.Fits(b).ShouldBe(b.Fits(a));
        return a.Fits(b);
    }

    private static DocumentDate? Date(string text)
    {
        var parts = text.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return parts.Count == 0 ? null : new DocumentDate(parts[0], parts.Count > 1 ? parts[1] : null, parts.Count > 2 ? parts[2] : null);
    }
}
