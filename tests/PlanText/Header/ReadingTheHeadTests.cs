namespace SocialPolicy.PlanText.Header;

public sealed class ReadingTheHead
{
    private const string Body = """


        I. MỤC TIÊU

        1. Mục tiêu cụ thể đến năm 2028

        - 90% hộ dân dùng nước sạch.

        II. NHIỆM VỤ, GIẢI PHÁP

        1. Tuyên truyền

        - Đẩy mạnh tuyên truyền.

        """;

    [Fact]
    public void Takes_number_date_issuer_and_signer_of_a_state_plan()
    {
        var reading = PlanReader.Read("""
            ỦY BAN NHÂN DÂN
            TỈNH LÂM HẢI
            -------
            Số: 512/KH-UBND
            Lâm Hải, ngày 07 tháng 3 năm 2025

            KẾ HOẠCH
            Thực hiện công tác bình đẳng giới trên địa bàn tỉnh Lâm Hải

            Căn cứ Quyết định số 77/QĐ-TTg ngày 02/01/2025 của Thủ tướng Chính phủ;
            """ + Body + """

            Nơi nhận:
            - Tỉnh ủy (b/c);
            - Các sở, ngành;
            - Lưu: VT.

            TM. ỦY BAN NHÂN DÂN
            KT. CHỦ TỊCH
            PHÓ CHỦ TỊCH

            Nguyễn Văn Ân
            """);

        reading.IsPlan.ShouldBeTrue();
        reading.Number.ShouldBe("512/KH-UBND");
        reading.IssuedOn.ShouldBe(new DateOnly(2025, 3, 7));
        reading.Issuer.ShouldNotBeNull().Level.ShouldBe(GovernmentLevel.Province);
        reading.Issuer.System.ShouldBe(GovernmentSystem.State);
        reading.Province.ShouldBe("Lâm Hải");
        reading.Title.ShouldBe("Thực hiện công tác bình đẳng giới trên địa bàn tỉnh Lâm Hải");
        reading.Signer.ShouldBe(new Signer("Nguyễn Văn Ân", "Phó Chủ tịch"));
        reading.Recipients.ShouldBe(["Tỉnh ủy (b/c)", "Các sở, ngành", "Lưu: VT"]);
        reading.Period.ShouldBe(new PlanPeriod(null, 2028, null));
    }

    [Fact]
    public void Takes_the_partys_grammar_and_leaves_blanks_null()
    {
        var reading = PlanReader.Read("""
            TỈNH ỦY LÂM HẢI
            *
            Số      -KH/TU
            (Dự thảo)
            ĐẢNG CỘNG SẢN VIỆT NAM
            Lâm Hải, ngày      tháng 9 năm 2025

            KẾ HOẠCH
            thực hiện Nghị quyết số 20-NQ/TW

            Căn cứ Nghị quyết số 20-NQ/TW, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:
            """ + Body);

        reading.Number.ShouldBeNull();
        reading.IssuedOn.ShouldBeNull();
        reading.IssuedOnPartial.ShouldBe(new PartialDate(2025, 9));
        reading.Issuer.ShouldBe(new Issuer("Ban Thường vụ Tỉnh ủy Lâm Hải", GovernmentLevel.Province, GovernmentSystem.Party));
        reading.Flags.ShouldBe([Flag.NumberBlank, Flag.Draft]);
        reading.Signer.ShouldBeNull();
        reading.Recipients.ShouldBeEmpty();
    }

    [Fact]
    public void Takes_them_from_the_prose_of_an_article()
    {
        var reading = PlanReader.Read("""
            Trang chủ
            Kế hoạch triển khai thực hiện chính sách nhà ở cho người thu nhập thấp năm 2026
            Ngày cập nhật 20/02/2026

            Ngày 11/02/2026, UBND huyện Đông Sơn đã ban hành Kế hoạch số 88/KH-UBND về nhà ở như sau:
            """ + Body);

        reading.Number.ShouldBe("88/KH-UBND");
        reading.IssuedOn.ShouldBe(new DateOnly(2026, 2, 11));
        reading.Issuer.ShouldBe(new Issuer("Ủy ban nhân dân huyện Đông Sơn", GovernmentLevel.District, GovernmentSystem.State));
        reading.LegalBases.ShouldNotContain(basis => basis.Number == "88/KH-UBND");
    }

    [Fact]
    public void Finds_the_issuer_below_a_line_that_holds_the_motto()
    {
        var reading = PlanReader.Read("""
            TỈNH SƠN LA            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            UBND HUYỆN MAI SƠN

            KẾ HOẠCH
            Giảm nghèo bền vững
            """ + Body);

        reading.Issuer.ShouldBe(new Issuer("Ủy ban nhân dân huyện Mai Sơn", GovernmentLevel.District, GovernmentSystem.State));
    }

    [Theory]
    [InlineData("", "UBND thành phố Hải Phòng ban hành Kế hoạch như sau:", "Ủy ban nhân dân thành phố Hải Phòng", GovernmentLevel.Province)]
    [InlineData("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG", "Căn cứ tình hình thực tế.", "Ủy ban nhân dân thành phố Hải Phòng", GovernmentLevel.Province)]
    [InlineData("UBND TỈNH LÂM HẢI\nSỞ Y TẾ", "Căn cứ tình hình thực tế.", "Sở Y Tế", GovernmentLevel.Province)]
    [InlineData("UBND HUYỆN MAI SƠN\nPHÒNG Y TẾ", "Căn cứ tình hình thực tế.", "Phòng Y Tế", GovernmentLevel.District)]
    public void Sees_a_department_only_where_a_name_begins(string head, string preamble, string name, GovernmentLevel level) =>
        PlanReader.Read($"{head}\n\nHải Phòng, ngày 03 tháng 02 năm 2026\n\nKẾ HOẠCH\nGiảm nghèo bền vững\n\n{preamble}\n{Body}")
            .Issuer.ShouldBe(new Issuer(name, level, GovernmentSystem.State));

    [Fact]
    public void Keeps_the_two_columns_of_a_head_apart()
    {
        var reading = PlanReader.Read("""
            ỦY BAN NHÂN DÂN XÃ TÂN PHÚ            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Số: 15/KH-UBND            Tân Phú, ngày 03 tháng 02 năm 2026

            KẾ HOẠCH
            Giảm nghèo bền vững
            """ + Body + """

            Nơi nhận:                  CHỦ TỊCH
            - Các thôn;
            - Lưu: VT.

                                       Lê Thị Bình
            """);

        reading.Number.ShouldBe("15/KH-UBND");
        reading.IssuedOn.ShouldBe(new DateOnly(2026, 2, 3));
        reading.Issuer.ShouldBe(new Issuer("Ủy ban nhân dân xã Tân Phú", GovernmentLevel.Commune, GovernmentSystem.State));
        reading.Province.ShouldBeNull();
        reading.Signer.ShouldBe(new Signer("Lê Thị Bình", "Chủ tịch"));
    }

    [Theory]
    [InlineData("NGHỊ QUYẾT\nVề nhiệm vụ năm 2026")]
    [InlineData("CHỈ THỊ\nVề tăng cường công tác trẻ em")]
    public void Claims_no_targets_from_what_is_not_a_plan(string head)
    {
        var reading = PlanReader.Read(head + "\n" + Body);

        reading.IsPlan.ShouldBeFalse();
        reading.Targets.ShouldBeEmpty();
        reading.Flags.ShouldContain(Flag.NotAPlan);
    }

    [Fact]
    public void Collects_each_cited_document_once_in_both_grammars()
    {
        var bases = PlanReader.Read("""
            KẾ HOẠCH

            Thực hiện chính sách dân số

            Căn cứ Nghị định số 45/2022/NĐ-CP ngày 07 tháng 7 năm 2022 của Chính phủ; Thực hiện Chương trình hành động số 61 - CTr/TU, ngày 09/5/2023 của Tỉnh ủy;

            Theo đề nghị của Sở Y tế tại Tờ trình số 120/TTr-SYT ngày 03/4/2024.
            """ + Body + """
            - Tiếp tục thực hiện Chương trình số 61-CTr/TU và Luật Trẻ em, Luật Bình đẳng giới.
            """).LegalBases;

        bases.Where(basis => basis.Number is not null).Select(basis => (basis.Number, basis.Type, basis.Date, basis.Relationship)).ShouldBe(
        [
            ("45/2022/NĐ-CP", "Nghị định", new DateOnly(2022, 7, 7), LegalRelationship.PursuantTo),
            ("61-CTr/TU", "Chương trình hành động", new DateOnly(2023, 5, 9), LegalRelationship.Implements),
            ("120/TTr-SYT", "Tờ trình", new DateOnly(2024, 4, 3), LegalRelationship.OnProposalOf),
        ]);
        bases.Where(basis => basis.Number is null).Select(basis => basis.Name).ShouldBe(["Luật Trẻ em", "Luật Bình đẳng giới"]);
        bases[1].Occurrences.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Thực hiện Chương trình nghề cá đến năm 2033", null, 2033, null)]
    [InlineData("Thực hiện Chương trình nghề cá giai đoạn đến năm 2033 và tầm nhìn đến năm 2041", null, 2033, 2041)]
    [InlineData("THỰC HIỆN CHỈ THỊ SỐ 4/CT-TTG NGÀY 16 THÁNG 7 NĂM 2021 VỀ KẾ HOẠCH 5 NĂM (2022 - 2026)", 2022, 2026, null)]
    [InlineData("Thực hiện Chỉ thị số 4/CT-TTg ngày 16 tháng 7 năm 2021 về nghề cá", null, 2029, null)]
    [InlineData("Thực hiện Kế hoạch 87/KH-UBND năm 2021 về nghề cá đến năm 2033, tầm nhìn đến năm 2041", null, 2033, 2041)]
    [InlineData("Phát triển nghề cá từ 2024 đến 2026", 2024, 2026, null)]
    [InlineData("Phát triển nghề cá năm 2024", 2024, 2024, null)]
    public void Takes_the_period_from_the_title_before_any_heading(string title, int? from, int? to, int? vision)
    {
        var reading = PlanReader.Read($"""
            KẾ HOẠCH
            {title}

            I. MỤC TIÊU

            1. Giai đoạn 1 (từ năm 2022 - 2025)

            - 70% hộ dân dùng nước sạch.

            2. Đến năm 2029

            - 90% hộ dân dùng nước sạch.

            II. NHIỆM VỤ, GIẢI PHÁP

            1. Tuyên truyền
            """);

        reading.Period.ShouldBe(new PlanPeriod(from, to, vision));
    }

    [Theory]
    [InlineData("Thực hiện Chương trình nghề cá.\nThủ tướng Chính phủ ban hành Chương trình nghề cá, Ủy ban nhân dân\ntỉnh triển khai.", "Ủy ban nhân dân tỉnh Lâm Hải")]
    [InlineData("UBND Tỉnh ban hành Kế hoạch như sau:", "Ủy ban nhân dân Tỉnh Lâm Hải")]
    [InlineData("UBND tỉnhLâm Hải lập Kế hoạch như sau:", "Ủy ban nhân dân tỉnh Lâm Hải")]
    [InlineData("Thực hiện Kế hoạch của Huyện ủy: Huyện ủy Mai Sơn ban hành Kế hoạch nghề cá.", "Ủy ban nhân dân tỉnh Lâm Hải")]
    public void Believes_the_head_before_a_sentence_about_another_body(string preamble, string name) =>
        PlanReader.Read($"Nơi ban hành: Tỉnh Lâm Hải Người ký: Lê Văn Ân\n\nỦY BAN NHÂN DÂN\nTỈNH LÂM HẢI\n-------\n\nKẾ HOẠCH\nPhát triển nghề cá\n\n{preamble}\n{Body}")
            .Issuer.ShouldBe(new Issuer(name, GovernmentLevel.Province, GovernmentSystem.State));

    [Fact]
    public void Gives_the_place_of_the_superior_body_to_no_issuer_below_it() =>
        PlanReader.Read($"ĐẢNG BỘ TỈNH LÂM HẢI HUYỆN ỦY MAI SƠN\n\nMai Sơn, ngày 03 tháng 02 năm 2026\n\nKẾ HOẠCH\nPhát triển nghề cá\n\nBan Thường vụ Huyện ủy ban hành Kế hoạch như sau:\n{Body}")
            .Issuer.ShouldBe(new Issuer("Ban Thường vụ Huyện ủy Mai Sơn", GovernmentLevel.District, GovernmentSystem.Party));

    [Theory]
    [InlineData("Căn cứ Kế hoạch số 18/KH-UBND ngày 20 tháng 01 năm 2026 của UBND tỉnh;")]
    [InlineData("UBND xã ban hành Kế hoạch phát triển nghề cá trên địa bàn như sau")]
    public void Ends_a_title_before_the_first_sentence_set_close_below_it(string sentence)
    {
        var lines = string.Join('\n', Enumerable.Repeat("Người dân được hỗ trợ vay vốn, mua sắm ngư cụ, tập huấn kỹ thuật nuôi trồng\nvà khai thác theo quy định của pháp luật về thủy sản và các chính sách khác.", 10));

        PlanReader.Read($"UBND XÃ MAI SƠN\n\nMai Sơn, ngày 03 tháng 02 năm 2026\n\nKẾ HOẠCH\nPhát triển nghề cá và nâng cao đời sống ngư dân xã Mai Sơn năm 2026\n{sentence}\n\nI. NHIỆM VỤ\n\n{lines}\n")
            .Title.ShouldBe("Phát triển nghề cá và nâng cao đời sống ngư dân xã Mai Sơn năm 2026");
    }

    [Fact]
    public void Ends_the_name_of_a_province_before_the_department_below_it() =>
        PlanReader.Read($"UBND TỈNH LÂM HẢI\nSỞ Y TẾ\n\nLâm Hải, ngày 03 tháng 02 năm 2026\n\nKẾ HOẠCH\nPhát triển nghề cá\n\n{Body}").Province.ShouldBe("Lâm Hải");

    [Theory]
    [InlineData("", "Huyện ủy Mai Sơn")]
    [InlineData("Ban Chấp hành Đảng bộ huyện ban hành Kế hoạch như sau:", "Ban Chấp hành Đảng bộ huyện Mai Sơn")]
    public void Takes_the_lower_of_two_bodies_in_a_head_of_the_party(string sentence, string name) =>
        PlanReader.Read($"ĐẢNG BỘ TỈNH LÂM HẢI\nHUYỆN ỦY MAI SƠN\n*\n\nMai Sơn, ngày 03 tháng 02 năm 2024\n\nKẾ HOẠCH\nPhát triển nghề cá\n\n{sentence}\n{Body}")
            .Issuer.ShouldBe(new Issuer(name, GovernmentLevel.District, GovernmentSystem.Party));

    [Fact]
    public void Takes_the_province_of_the_place_line_without_the_words_behind_it()
    {
        var reading = PlanReader.Read("""
            - 1 Kế hoạch 7/KH-UBND năm 2020 về nghề cá tỉnh Bắc Sơn

            ỦY BAN NHÂN DÂN
            Lâm Hải, ngày 03 tháng 02 năm 2026

            KẾ HOẠCH
            PHÁT TRIỂN NGHỀ CÁ TỈNH LÂM HẢI GIAI ĐOẠN 2026 - 2030

            UBND tỉnh ban hành Kế hoạch như sau:
            """ + Body);

        reading.Province.ShouldBe("Lâm Hải");
        reading.Issuer.ShouldBe(new Issuer("Ủy ban nhân dân tỉnh Lâm Hải", GovernmentLevel.Province, GovernmentSystem.State));
    }

    [Fact]
    public void Joins_number_and_date_to_the_words_that_a_line_end_parted_them_from()
    {
        var reading = PlanReader.Read("""
            ỦY BAN NHÂN DÂN
            TỈNH LÂM HẢI
            |
            Số:
            88/KH-UBND
            |
            Lâm Hải, ngày
            15 tháng 9 năm 2021
            |
            KẾ HOẠCH
            Phát triển nghề cá
            Căn cứ Quyết định số
            9/QĐ-TTg ngày
            02/3/2020 của Thủ tướng Chính phủ; Luật Nghề muối ngày 5 tháng
            6 năm 2018; Luật Nghề cá năm
            2016;
            """ + Body);

        reading.Number.ShouldBe("88/KH-UBND");
        reading.IssuedOn.ShouldBe(new DateOnly(2021, 9, 15));
        reading.LegalBases.Select(basis => (basis.Number ?? basis.Name, basis.Type, basis.Date, basis.Relationship)).ShouldBe(
        [
            ("9/QĐ-TTg", "Quyết định", new DateOnly(2020, 3, 2), LegalRelationship.PursuantTo),
            ("Luật Nghề muối", "Luật", new DateOnly(2018, 6, 5), LegalRelationship.PursuantTo),
            ("Luật Nghề cá", "Luật", null, LegalRelationship.PursuantTo),
        ]);
    }

    [Theory]
    [InlineData("KẾ HOẠCH\nPhát triển nghề cá\n\nCăn cứ Luật Nghề muối và nghề cá, ngày 26/11/2003;")]
    [InlineData("Thứ Ba, ngày 04/11/2025\n\nKẾ HOẠCH\nPhát triển nghề cá")]
    [InlineData("KẾ HOẠCH\nPhát triển nghề cá\n(Kèm theo Công văn số 9/UBND-NC, ngày 26/11/2003)")]
    public void Has_no_date_when_only_other_documents_and_the_page_have_one(string head) =>
        PlanReader.Read($"{head}\n{Body}").IssuedOn.ShouldBeNull();

    [Fact]
    public void Has_the_date_behind_the_name_of_a_department() =>
        PlanReader.Read($"SỞ KẾ HOẠCH VÀ ĐẦU TƯ          Lâm Hải, ngày 08 tháng 4 năm 2024\n\nKẾ HOẠCH\nPhát triển nghề cá\n{Body}").IssuedOn.ShouldBe(new DateOnly(2024, 4, 8));

    [Fact]
    public void Passes_over_the_date_of_the_page() =>
        PlanReader.Read($"Thứ 3, Ngày 04/11/2025\n\nUBND XÃ TÂN PHÚ\n\nTân Phú, ngày 08 tháng 4 năm 2024\n\nKẾ HOẠCH\nPhát triển nghề cá\n{Body}").IssuedOn.ShouldBe(new DateOnly(2024, 4, 8));

    [Fact]
    public void Takes_what_an_article_of_a_decision_approves_for_the_plan()
    {
        var reading = PlanReader.Read("""
            ỦY BAN NHÂN DÂN
            TỈNH LÂM HẢI

            Số: 512/QĐ-UBND

            Lâm Hải, ngày 07 tháng 3 năm 2025

            QUYẾT ĐỊNH
            PHÊ DUYỆT CHƯƠNG TRÌNH NGHỀ CÁ TỈNH LÂM HẢI GIAI ĐOẠN 2026 - 2030
            CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÂM HẢI

            Căn cứ Luật Nghề cá ngày 16/6/2019;

            QUYẾT ĐỊNH:

            Điều 1. Phê duyệt “Chương trình nghề cá tỉnh Lâm Hải giai đoạn 2026 - 2030”, với những nội dung chủ yếu sau đây:
            """ + Body + """

            Điều 2. Quyết định có hiệu lực kể từ ngày ký./.
            """);

        reading.IsPlan.ShouldBeTrue();
        reading.Number.ShouldBe("512/QĐ-UBND");
        reading.IssuedOn.ShouldBe(new DateOnly(2025, 3, 7));
        reading.Title.ShouldBe("PHÊ DUYỆT CHƯƠNG TRÌNH NGHỀ CÁ TỈNH LÂM HẢI GIAI ĐOẠN 2026 - 2030");
        reading.Period.ShouldBe(new PlanPeriod(2026, 2030, null));
        reading.Targets.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("QUYẾT ĐỊNH", "Điều 1. Phê duyệt Đề án nghề cá với các nội dung sau:")]
    [InlineData("QUYẾT ĐỊNH", "Điều 1. Ban hành kèm theo Quyết định này Quy chế thực hiện Chương trình nghề cá, gồm các nội dung sau:")]
    [InlineData("NGHỊ QUYẾT", "Điều 1. Ban hành Chương trình nghề cá với các nội dung sau:")]
    [InlineData("QUYẾT ĐỊNH", "Điều 1. Phê duyệt Chương trình nghề cá.\n\nĐiều 2. Giao Sở Nghề cá thực hiện các nội dung sau:")]
    public void Takes_nothing_else_that_is_approved_for_a_plan(string kind, string article) =>
        PlanReader.Read($"{kind}\n\nVề nghề cá\n\n{kind}:\n\n{article}\n{Body}").IsPlan.ShouldBeFalse();

    [Fact]
    public void Finds_a_title_that_goes_on_in_the_line_of_its_kind_behind_the_signature()
    {
        var reading = PlanReader.Read("""
            QUYẾT ĐỊNH CỦA UBND TỈNH LÂM HẢI

            V/v phê duyệt chương trình nghề cá

            QUYẾT ĐỊNH

            Điều 1: Phê duyệt chương trình nghề cá.

            TM. ỦY BAN NHÂN DÂN TỈNH

            CHỦ TỊCH

            Lê Văn Ân

            CHƯƠNG TRÌNH PHÁT TRIỂN NGHỀ CÁ
            GIAI ĐOẠN 2026 - 2030

            (Ban hành kèm theo Quyết định số 34/2025/QĐ-UB ngày 26 tháng 6 năm 2025)
            """ + Body);

        reading.IsPlan.ShouldBeTrue();
        reading.Title.ShouldBe("PHÁT TRIỂN NGHỀ CÁ GIAI ĐOẠN 2026 - 2030");
        reading.Targets.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("PHÁT TRIỂN NGHỀ CÁ GIAI ĐOẠN 2026 - 2030\nTRÊN ĐỊA BÀN TỈNH LÂM HẢI", "lập", "PHÁT TRIỂN NGHỀ CÁ GIAI ĐOẠN 2026 - 2030 TRÊN ĐỊA BÀN TỈNH LÂM HẢI", 2030)]
    [InlineData("", "xây dựng", null, 2029)]
    public void Knows_a_plan_by_its_number_where_the_page_has_lost_the_line_of_its_kind(string title, string verb, string? read, int to)
    {
        var reading = PlanReader.Read($"""
            Kế hoạch 151/KH-UBND năm 2021 về nghề muối giai đoạn 2021-2025

            ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
            Số: 218/KH-UBND | Lâm Hải, ngày 07 tháng 10 năm 2025 |
            {title}
            Căn cứ Luật Nghề cá; UBND tỉnh {verb} Kế hoạch gồm các nội dung sau:
            1. Mục tiêu cụ thể đến năm 2029
            - 90% hộ dân dùng nước sạch.
            """);

        reading.IsPlan.ShouldBeTrue();
        reading.Title.ShouldBe(read);
        (reading.Period?.To ?? 2029).ShouldBe(to);
    }

    [Fact]
    public void Gives_no_title_of_a_plan_to_a_resolution_that_lost_the_line_of_its_kind() =>
        PlanReader.Read("Số: 37/2025/NQ-HĐND\nLâm Hải, ngày 16 tháng 12 năm 2025\nQUY ĐỊNH MỨC HỖ TRỢ NGHỀ CÁ TRÊN ĐỊA BÀN TỈNH\n\nCăn cứ Luật Nghề cá;").Title.ShouldBeNull();

    [Theory]
    [InlineData("Số: 218/UBND-NC", "Ủy ban nhân dân tỉnh ban hành Kế hoạch nghề cá.")]
    [InlineData("Số: 218/KH-UBND", "Kính gửi các sở, ngành.")]
    [InlineData("Bản tin", "Ngày 07/10/2025, UBND tỉnh Lâm Hải đã ban hành Kế hoạch số 218/KH-UBND.")]
    public void Knows_no_plan_by_its_number_alone(string head, string preamble) =>
        PlanReader.Read($"{head}\nLâm Hải, ngày 07 tháng 10 năm 2025\n\n{preamble}\n").IsPlan.ShouldBeFalse();

    [Fact]
    public void Parts_recipients_that_stand_on_one_line()
    {
        var reading = PlanReader.Read("KẾ HOẠCH\nPhát triển nghề cá\n" + Body + """

            Nơi nhận:
            - Bộ Nghề cá (để b/c);
            - Chủ tịch, các PCT UBND tỉnh (để b/c);- CVP, các PCVP UBND tỉnh;-Sở Nghề cá - Thủy lợi;
            - Lưu: VT, NC.
            """);

        reading.Recipients.ShouldBe(["Bộ Nghề cá (để b/c)", "Chủ tịch, các PCT UBND tỉnh (để b/c)", "CVP, các PCVP UBND tỉnh", "Sở Nghề cá - Thủy lợi", "Lưu: VT, NC"]);
    }
}
