namespace SocialPolicy.PlanText.Header;

public sealed class CitingDocuments
{
    private const string Body = """


        I. MỤC TIÊU

        1. Mục tiêu cụ thể

        - 90% hộ dân dùng nước sạch.

        II. NHIỆM VỤ, GIẢI PHÁP

        1. Tuyên truyền

        - Đẩy mạnh tuyên truyền.
        """;

    private static IReadOnlyList<LegalBasis> Cited(string preamble) =>
        PlanReader.Read($"KẾ HOẠCH\n\nThực hiện chính sách dân số\n\n{preamble}\n{Body}").LegalBases;

    [Theory]
    [InlineData("Luật Hội đồng và Ủy ban cấp xã ngày 11/3/2019")]
    [InlineData("Luật Bảo tồn và Phát triển nghề biển, ngày 11/3/2019")]
    [InlineData("Luật Nghề muối và nghề cá ngày 11 tháng 3 năm 2019")]
    [InlineData("Luật nghề muối ngày 11/3/2019")]
    [InlineData("Bộ luật Hàng hải (sửa đổi) ngày 11/3/2019")]
    [InlineData("Bộ Luật hàng hải ngày 11/3/2019")]
    [InlineData("Pháp lệnh Cảnh vệ và phòng không (sửa đổi, bổ sung), ngày 11/3/2019")]
    [InlineData("Luật sửa đổi, bổ sung một số điều của Luật Nghề muối và Luật Nghề cá ngày 11/3/2019")]
    public void Take_a_law_with_its_whole_name_and_its_date(string law)
    {
        var basis = Cited($"Căn cứ {law};").ShouldHaveSingleItem();

        law.ShouldStartWith(basis.Name.ShouldNotBeNull());
        law[basis.Name.Length..].ShouldMatch(@"^( \(sửa đổi.*\))?,? ngày");
        basis.Date.ShouldBe(new DateOnly(2019, 3, 11));
        basis.Relationship.ShouldBe(LegalRelationship.PursuantTo);
    }

    [Theory]
    [InlineData("Căn cứ Luật nghề muối; Nghị định số 61/2019/NĐ-CP;", "Luật nghề muối")]
    [InlineData("Căn cứ Luật Nghề muối và Nghị định số 61/2019/NĐ-CP;", "Luật Nghề muối")]
    [InlineData("Căn cứ Luật Nghề muối và khả năng cân đối ngân sách;", "Luật Nghề muối")]
    [InlineData("Căn cứ Luật Nghề muối và Luật Nghề cá;", "Luật Nghề muối", "Luật Nghề cá")]
    [InlineData("Căn cứ Luật Nghề muối năm 2019 và các văn bản hướng dẫn;", "Luật Nghề muối")]
    [InlineData("Căn cứ Luật Tổ chức làng nghề và Hợp tác xã;", "Luật Tổ chức làng nghề và Hợp tác xã")]
    [InlineData("Thực hiện Luật này và theo Luật định;")]
    [InlineData("Thực hiện Luật nghề muối góp phần nâng cao đời sống;")]
    public void End_the_name_of_a_law_where_another_thing_begins(string preamble, params string[] names) =>
        Cited(preamble).Where(basis => basis.Number is null).Select(basis => basis.Name).ShouldBe(names);

    [Fact]
    public void Leave_a_change_that_a_cited_document_makes_to_that_document()
    {
        var cited = Cited("""
            Căn cứ Nghị định số 61/2019/NĐ-CP ngày 02/7/2019 sửa đổi, bổ sung một số điều của Nghị định số 12/2015/NĐ-CP; Nghị định số 13/2016/NĐ-CP;

            Căn cứ Quyết định số 5/QĐ-UBND, UBND tỉnh ban hành Kế hoạch này thay thế Kế hoạch số 44/KH-UBND.
            """);

        cited.Select(basis => (basis.Number, basis.Relationship)).ShouldBe(
        [
            ("61/2019/NĐ-CP", LegalRelationship.PursuantTo),
            ("12/2015/NĐ-CP", LegalRelationship.Cites),
            ("13/2016/NĐ-CP", LegalRelationship.PursuantTo),
            ("5/QĐ-UBND", LegalRelationship.PursuantTo),
            ("44/KH-UBND", LegalRelationship.Replaces),
        ]);
    }
}
