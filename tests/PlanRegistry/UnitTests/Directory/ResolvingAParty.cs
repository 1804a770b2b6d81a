using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.UnitTests.Directory;

public sealed class ResolvingAParty
{
    [Theory]
    [InlineData("Phòng LĐ-TB&XH")]
    [InlineData("Phòng LĐTBXH")]
    [InlineData("phòng lđtb&xh huyện")]
    [InlineData("Phòng Lao động – Thương Binh, Xã Hội huyện Vạn Ninh")]
    [InlineData("PHÒNG LAO ĐỘNG-THƯƠNG BINH VÀ XÃ HỘI VẠN NINH (b/c)")]
    [InlineData("Trưởng Phòng LĐ-TB&XH của huyện")]
    [InlineData("Đề nghị Phòng Lao động - Thương binh và Xã hội")]
    public void Takes_every_spelling_of_a_name(string name) => Agency("spp:van-ninh", name).ShouldBe("spp:vn.phong-ldtbxh");

    [Theory]
    [InlineData("spp:van-ninh", "Trung tâm Văn hoá – Thông tin và Thể thao", "spp:vn.tt-vhtttt")]
    [InlineData("spp:van-ninh", "Phòng Văn hoá – Thông tin", "spp:vn.phong-vhtt")]
    [InlineData("spp:van-ninh", "Bảo hiểm xã hội huyện Vạn Ninh", "spp:vn.bhxh")]
    [InlineData("spp:van-ninh", "UBMTTQVN huyện", "spp:vn.mttq")]
    [InlineData("spp:huong-tra", "Trung tâm y tế", "spp:ht.tt-y-te")]
    [InlineData("spp:huong-tra", "Văn phòng HĐND và UBND thị xã", "spp:ht.van-phong")]
    [InlineData("spp:phung-hiep", "Mặt trận Tổ quốc huyện", "spp:ph.mttq")]
    [InlineData("spp:phung-hiep", "BCH Đảng bộ huyện", "spp:ph.huyen-uy")]
    [InlineData("spp:dak-nong", "Bộ LĐ-TB&XH", "spp:tw.bo-ldtbxh")]
    [InlineData("spp:dak-nong", "UBND tỉnh Đăk Nông", "spp:dn.ubnd")]
    [InlineData("gso:14", "Sở Văn hoá, Thể thao và Du lịch", "spp:sl.so-vhttdl")]
    [InlineData("gso:14", "Chủ tịch UBND tỉnh", "spp:sl.ubnd")]
    [InlineData("gso:14", "VP UBND tỉnh (LĐ, CV, Trung tâm Thông tin)", "spp:sl.van-phong-ubnd")]
    public void Takes_the_names_that_plans_write(string unit, string name, string agency) => Agency(unit, name).ShouldBe(agency);

    [Theory]
    [InlineData("Công an", "spp:vn.cong-an")]
    [InlineData("Sở LĐ-TB&XH tỉnh", "spp:kh.so-ldtbxh")]
    [InlineData("Sở Nội vụ", "spp:kh.so-noi-vu")]
    [InlineData("HĐND", "spp:vn.hdnd")]
    [InlineData("HĐND tỉnh", "spp:kh.hdnd")]
    public void Looks_in_the_issuers_unit_first_and_then_above_it(string name, string agency) => Agency("spp:van-ninh", name).ShouldBe(agency);

    [Theory]
    [InlineData("spp:van-ninh", "các phòng, ban", "spp:van-ninh", false)]
    [InlineData("spp:van-ninh", "Các cơ quan, ban ngành huyện", "spp:van-ninh", false)]
    [InlineData("spp:van-ninh", "Thủ trưởng các cơ quan, đơn vị có liên quan", "spp:van-ninh", false)]
    [InlineData("spp:van-ninh", "UBND các xã, thị trấn", "spp:van-ninh", true)]
    [InlineData("spp:van-ninh", "Chủ tịch Ủy ban nhân dân các xã và thị trấn trên địa bàn huyện", "spp:van-ninh", true)]
    [InlineData("spp:van-ninh", "các sở, ban, ngành của tỉnh Khánh Hoà", "gso:56", false)]
    [InlineData("spp:van-ninh", "các cơ quan, đơn vị của tỉnh", "gso:56", false)]
    [InlineData("spp:van-ninh", "UBND các huyện, thị xã, thành phố", "gso:56", true)]
    [InlineData("gso:14", "các Sở, Ban, ngành tỉnh", "gso:14", false)]
    [InlineData("gso:14", "các sở, ngành liên quan", "gso:14", false)]
    [InlineData("gso:14", "UBND huyện, thành phố", "gso:14", true)]
    [InlineData("spp:sl.thanh-pho-son-la", "các sở, ban, ngành tỉnh Sơn La", "gso:14", false)]
    [InlineData("spp:dak-nong", "các đơn vị, địa phương", "spp:dak-nong", false)]
    [InlineData("spp:van-ninh", "các cơ quan, địa phương", "spp:van-ninh", false)]
    public void Takes_a_phrase_for_a_group(string unit, string phrase, string where, bool below)
    {
        var party = PartyResolver.Resolve(phrase, SampleDirectory.Around(unit));

        party.Text.ShouldBe(phrase);
        party.AgencyId.ShouldBeNull();
        SampleDirectory.CodeOf(party.Group?.UnitId).ShouldBe(where);
        party.Group!.Below.ShouldBe(below);
        party.Group.Kinds.ShouldBe(below ? [AgencyKind.PeoplesCommittee] : [AgencyKind.Department, AgencyKind.ServiceUnit]);
    }

    [Fact]
    public void Leaves_the_committee_out_of_its_departments()
    {
        var members = Members("gso:14", "các sở, ban, ngành");

        members.ShouldContain("spp:sl.so-ldtbxh");
        members.ShouldNotContain("spp:sl.ubnd");
        members.ShouldNotContain("spp:sl.bhxh");
    }

    [Theory]
    [InlineData("gso:14", "UBND các huyện, thành phố", 12)]
    [InlineData("spp:dak-nong", "UBND các huyện, thành phố", 8)]
    [InlineData("spp:van-ninh", "UBND các xã, thị trấn", 13)]
    [InlineData("spp:huong-tra", "UBND các xã, phường", 9)]
    [InlineData("spp:phung-hiep", "các tổ chức chính trị - xã hội huyện", 5)]
    [InlineData("gso:14", "Ủy ban Mặt trận Tổ quốc, các tổ chức chính trị - xã hội tỉnh", 6)]
    public void Reaches_all_who_belong_to_the_group(string unit, string phrase, int count) => Members(unit, phrase).Count.ShouldBe(count);

    [Theory]
    [InlineData("spp:van-ninh", "")]
    [InlineData("spp:van-ninh", " (b/c)")]
    [InlineData("spp:van-ninh", "Phòng")]
    [InlineData("spp:van-ninh", "Phòng Lao động")]
    [InlineData("spp:van-ninh", "Phòng Lao động - Thương binh và Xã hội thị xã Hương Trà")]
    [InlineData("spp:van-ninh", "Phòng Quản lý đô thị")]
    [InlineData("spp:van-ninh", "UBND thị xã")]
    [InlineData("spp:van-ninh", "UBND xã Vạn Bình")]
    [InlineData("spp:van-ninh", "Thị ủy")]
    [InlineData("spp:van-ninh", "UBND các xã huyện Diên Khánh")]
    [InlineData("spp:van-ninh", "Các cơ quan, đơn vị, UBND các xã, thị trấn")]
    [InlineData("spp:van-ninh", "các sở, ban, ngành huyện")]
    [InlineData("spp:van-ninh", "huyện Vạn Ninh")]
    [InlineData("gso:14", "Sở Nội vụ tỉnh Cao Bằng")]
    [InlineData("gso:14", "UBND thành phố Sơn La")]
    [InlineData("gso:14", "UBND huyện")]
    [InlineData("gso:14", "Phòng Nội vụ")]
    [InlineData("gso:14", "các phòng, ban")]
    [InlineData("gso:14", "Sở Nông nghiệp và Môi trường")]
    [InlineData("gso:14", "Lưu: VT, KGVX (Đại), TH (Đ. Anh)")]
    public void Leaves_unknown_what_fits_nobody(string unit, string name)
    {
        var party = PartyResolver.Resolve(name, SampleDirectory.Around(unit));

        party.ShouldBe(new Party(name, null, null));
        party.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void Leaves_unknown_what_fits_two()
    {
        var unit = new DirectoryUnit(Guid.CreateVersion7(), UnitLevel.District, null, "huyện Vạn Ninh");
        var around = new Surroundings(unit, [], [AnAgency("Trung tâm Y tế huyện Vạn Ninh", unit), AnAgency("Bệnh viện Vạn Ninh", unit, "Trung tâm Y tế")]);

        PartyResolver.Resolve("Trung tâm Y tế", around).IsKnown.ShouldBeFalse();
        PartyResolver.Resolve("Trung tâm Y tế huyện Vạn Ninh", around).AgencyId.ShouldBe(around.Agencies[0].Id);
    }

    [Theory]
    [InlineData(null, "UBND các xã, phường, thị trấn", false)]
    [InlineData(UnitLevel.District, "UBND các xã, phường, thị trấn", false)]
    [InlineData(UnitLevel.Commune, "UBND các xã, phường, đặc khu", true)]
    [InlineData(UnitLevel.Commune, "UBND các huyện, thành phố", false)]
    public void Takes_communes_for_those_right_below_a_province_only_where_districts_are_no_more(UnitLevel? below, string phrase, bool known)
    {
        var around = SampleDirectory.Around("gso:14") with { Below = below };

        PartyResolver.Resolve(phrase, around).IsKnown.ShouldBe(known);
    }

    private static DirectoryAgency AnAgency(string name, DirectoryUnit unit, params string[] aliases) =>
        new(Guid.CreateVersion7(), name, aliases, AgencyKind.ServiceUnit, unit.Id);

    private static string? Agency(string unit, string name) =>
        SampleDirectory.CodeOf(PartyResolver.Resolve(name, SampleDirectory.Around(unit)).AgencyId);

    private static IReadOnlyList<string> Members(string unit, string phrase) =>
        SampleDirectory.MembersOf(PartyResolver.Resolve(phrase, SampleDirectory.Around(unit)).Group!);
}
