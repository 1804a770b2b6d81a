using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.UnitTests.Directory;

public sealed class FindingAnIssuer
{
    private static readonly DirectoryUnit Country = AUnit(UnitLevel.Country, "Việt Nam");
    private static readonly DirectoryUnit TienGiang = AUnit(UnitLevel.Province, "tỉnh Tiền Giang", Country);
    private static readonly DirectoryUnit KienGiang = AUnit(UnitLevel.Province, "tỉnh Kiên Giang", Country);
    private static readonly DirectoryUnit[] Namesakes = [AUnit(UnitLevel.District, "huyện Châu Thành", TienGiang), AUnit(UnitLevel.District, "huyện Châu Thành", KienGiang)];
    private static readonly DirectoryUnit[] Units = [Country, TienGiang, KienGiang, .. Namesakes];
    private static readonly (DirectoryAgency Agency, DirectoryUnit Unit)[] Committees = [.. Namesakes.Select(x => (ACommittee(x), x))];

    [Theory]
    [InlineData("UBND huyện Vạn Ninh", "spp:vn.ubnd")]
    [InlineData("ỦY BAN NHÂN DÂN HUYỆN VẠN NINH", "spp:vn.ubnd")]
    [InlineData("Uỷ ban nhân dân thị xã Hương Trà", "spp:ht.ubnd")]
    [InlineData("UBND TX. Hương Trà", "spp:ht.ubnd")]
    [InlineData("BTV Huyện ủy Phụng Hiệp", "spp:ph.btv-huyen-uy")]
    [InlineData("Huyện uỷ Phụng Hiệp", "spp:ph.huyen-uy")]
    [InlineData("UBND xã Phụng Hiệp", "spp:ph.xa-phung-hiep.ubnd")]
    [InlineData("UBND tỉnh Đăk Nông", "spp:dn.ubnd")]
    [InlineData("Tỉnh ủy Sơn La", "spp:sl.tinh-uy")]
    [InlineData("UBND TP. Sơn La", "spp:sl.thanh-pho-son-la.ubnd")]
    [InlineData("Bộ Lao động - Thương binh và Xã hội", "spp:tw.bo-ldtbxh")]
    [InlineData("Sở Nội vụ tỉnh Cao Bằng", "spp:stranger.so-noi-vu")]
    public void Takes_the_agency_whose_place_it_names(string issuer, string agency) => Code(issuer).ShouldBe(agency);

    [Fact]
    public void Takes_the_province_for_the_place_where_it_names_none() => Code("UBND tỉnh", "tỉnh Sơn La").ShouldBe("spp:sl.ubnd");

    [Theory]
    [InlineData("UBND tỉnh", null)]
    [InlineData("UBND huyện", "Khánh Hòa")]
    [InlineData("UBND huyện Diên Khánh", "Khánh Hòa")]
    [InlineData("UBND tỉnh Vạn Ninh", null)]
    [InlineData("UBND huyện Vạn Ninh", "Sơn La")]
    [InlineData("Vạn Ninh", null)]
    [InlineData("", null)]
    public void Finds_nobody_where_it_would_guess(string issuer, string? province) => Code(issuer, province).ShouldBeNull();

    [Fact]
    public void Tells_namesakes_apart_by_their_province()
    {
        Issuer("Kiên Giang").ShouldBe(Committees[1].Agency);
        Issuer("tỉnh Tiền Giang").ShouldBe(Committees[0].Agency);
        Issuer(null).ShouldBeNull();
        Issuer("Hậu Giang").ShouldBeNull();
    }

    private static DirectoryAgency? Issuer(string? province) => PartyResolver.IssuerOf("UBND huyện Châu Thành", Committees, Units, province);

    private static string? Code(string issuer, string? province = null) =>
        SampleDirectory.CodeOf(PartyResolver.IssuerOf(issuer, SampleDirectory.Candidates, SampleDirectory.Units, province)?.Id);

    private static DirectoryUnit AUnit(UnitLevel level, string name, DirectoryUnit? above = null) => new(Guid.CreateVersion7(), level, above?.Id, name);

    private static DirectoryAgency ACommittee(DirectoryUnit unit) =>
        new(Guid.CreateVersion7(), "Ủy ban nhân dân " + unit.Name, [], AgencyKind.PeoplesCommittee, unit.Id);
}
