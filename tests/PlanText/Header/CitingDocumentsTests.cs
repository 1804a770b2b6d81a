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

    [Fact]
    public void Relate_what_a_title_of_bases_stands_above()
    {
        var bases = PlanReader.Read("""
            KẾ HOẠCH
            Phát triển nghề cá

            I. CĂN CỨ PHÁP LÝ

            Nghị định số 31/2019/NĐ-CP ngày 24/6/2019 của Chính phủ;

            Xét đề nghị của Sở Nghề cá tại Tờ trình số 77/TTr-SNC ngày 02/12/2020.

            II. MỤC TIÊU

            - 90% hộ dân dùng nước sạch theo Quyết định số 9/QĐ-BNC.

            III. NHIỆM VỤ

            1. Căn cứ xây dựng nhiệm vụ

            - Công văn số 8/UBND-NC ngày 03/4/2020;

            2. Tuyên truyền

            - Tuyên truyền theo Công văn số 10/UBND-NC.
            """).LegalBases;

        bases.Select(basis => (basis.Number, basis.Relationship)).ShouldBe(
        [
            ("31/2019/NĐ-CP", LegalRelationship.PursuantTo),
            ("77/TTr-SNC", LegalRelationship.OnProposalOf),
            ("9/QĐ-BNC", LegalRelationship.Cites),
            ("8/UBND-NC", LegalRelationship.PursuantTo),
            ("10/UBND-NC", LegalRelationship.Cites),
        ]);
    }

    [Theory]
    [InlineData("Xét đề nghị của Giám đốc Sở Nghề cá tại Tờ trình số 77/TTr-SNC;", "77/TTr-SNC")]
    [InlineData("Theo đề nghị của Sở Nghề cá tại Tờ trình số 77/SNC ngày 02/12/2020;", "77/SNC")]
    [InlineData("Xét Tờ trình số 77/TTr-SNC của Sở Nghề cá;", "77/TTr-SNC")]
    [InlineData("Sở Nghề cá tại Tờ trình số 77/TTr-SNC;", "77/TTr-SNC")]
    public void Name_the_submission_that_the_plan_was_proposed_by(string preamble, string number) =>
        Cited(preamble).Select(basis => (basis.Number, basis.Type, basis.Relationship)).ShouldBe([(number, "Tờ trình", LegalRelationship.OnProposalOf)]);

    [Fact]
    public void Leave_what_was_read_beside_a_submission_a_citation() =>
        Cited("Xét Tờ trình số 77/TTr-SNC; Báo cáo thẩm tra số 78/BC-SNC.").Select(basis => basis.Relationship).ShouldBe([LegalRelationship.OnProposalOf, LegalRelationship.Cites]);

    [Fact]
    public void Take_the_relation_from_the_verb_and_not_from_a_bare_mention_before_it()
    {
        var bases = PlanReader.Read($"""
            - 1 Nghị quyết 31/NQ-CP năm 2020 về nghề cá
            - 2 Quyết định 52/QĐ-UBND năm 2016 về nghề muối

            ỦY BAN NHÂN DÂN
            TỈNH LÂM HẢI

            KẾ HOẠCH
            Phát triển nghề cá

            Căn cứ Nghị quyết số 31/NQ-CP ngày 03/3/2020 của Chính phủ;
            {Body}
            """).LegalBases;

        bases.Select(basis => (basis.Number, basis.Date, basis.Relationship)).ShouldBe(
        [
            ("31/NQ-CP", new DateOnly(2020, 3, 3), LegalRelationship.PursuantTo),
            ("52/QĐ-UBND", null, LegalRelationship.Cites),
        ]);
    }

    [Theory]
    [InlineData("QUYẾT ĐỊNH SỐ 71/QĐ-TTG", "Quyết định số 71/QĐ-TTg", "71/QĐ-TTg")]
    [InlineData("KẾ HOẠCH SỐ 71/KH-SNCBN", "Kế hoạch số 71/KH-SNCbn", "71/KH-SNCbn")]
    [InlineData("QUYẾT ĐỊNH SỐ 71/2019/QĐ-TTG", "các văn bản", "71/2019/QĐ-TTg")]
    [InlineData("CHƯƠNG TRÌNH SỐ 71-CTR/TU", "các văn bản", "71-CTr/TU")]
    [InlineData("NGHỊ QUYẾT SỐ 71-NQ/TW", "các văn bản", "71-NQ/TW")]
    public void Spell_a_number_as_it_is_spelled_outside_of_capitals(string title, string preamble, string number) =>
        PlanReader.Read($"KẾ HOẠCH\n\nTHỰC HIỆN {title} VỀ NGHỀ CÁ\n\nThực hiện {preamble}.\n{Body}").LegalBases.ShouldHaveSingleItem().Number.ShouldBe(number);
}
