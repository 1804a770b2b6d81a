using System.Text.Json.Nodes;
using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.UnitTests.Directory;

public sealed class ResolvingTheSamplePlans
{
    [Theory]
    [InlineData("van-ninh", "spp:vn.ubnd", "spp:van-ninh")]
    [InlineData("huong-tra", "spp:ht.ubnd", "spp:huong-tra")]
    [InlineData("phung-hiep", "spp:ph.btv-huyen-uy", "spp:phung-hiep")]
    [InlineData("dak-nong", "spp:dn.ubnd", "spp:dak-nong")]
    [InlineData("son-la", "spp:sl.ubnd", "gso:14")]
    public void Finds_who_issued_it(string plan, string agency, string unit)
    {
        var gold = Gold(plan);

        var issuer = PartyResolver.IssuerOf(Text(gold["issuer"]!["name"]), SampleDirectory.Candidates, SampleDirectory.Units, Text(gold["province"]));

        SampleDirectory.CodeOf(issuer?.Id).ShouldBe(agency);
        issuer!.UnitId.ShouldBe(SampleDirectory.Id(unit));
    }

    [Theory]
    [InlineData("van-ninh", "spp:van-ninh", 10)]
    [InlineData("huong-tra", "spp:huong-tra", 6)]
    [InlineData("phung-hiep", "spp:phung-hiep", 1)]
    [InlineData("dak-nong", "spp:dak-nong", 30)]
    [InlineData("son-la", "gso:14", 8)]
    public void Finds_everyone_who_reports_and_who_is_reported_to(string plan, string unit, int names)
    {
        var around = SampleDirectory.Around(unit);

        var parties = NamesIn(plan).Select(x => PartyResolver.Resolve(x, around)).ToList();

        parties.Count.ShouldBe(names);
        parties.Where(x => !x.IsKnown).Select(x => x.Text).ShouldBeEmpty();
        parties.Where(x => x.Group is { } group && SampleDirectory.MembersOf(group).Count < 5).Select(x => x.Text).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("spp:van-ninh", "Phòng Lao động - Thương binh và Xã hội", "spp:vn.phong-ldtbxh")]
    [InlineData("spp:van-ninh", "UBND huyện", "spp:vn.ubnd")]
    [InlineData("spp:van-ninh", "Huyện ủy", "spp:vn.huyen-uy")]
    [InlineData("spp:van-ninh", "UBND tỉnh", "spp:kh.ubnd")]
    [InlineData("spp:huong-tra", "Phòng Lao động - Thương binh và Xã hội", "spp:ht.phong-ldtbxh")]
    [InlineData("spp:huong-tra", "UBND thị xã", "spp:ht.ubnd")]
    [InlineData("spp:huong-tra", "Ban Thường vụ Thị ủy", "spp:ht.btv-thi-uy")]
    [InlineData("spp:phung-hiep", "Ban Tuyên giáo Huyện ủy", "spp:ph.ban-tuyen-giao")]
    [InlineData("spp:dak-nong", "Sở Lao động - Thương binh và Xã hội", "spp:dn.so-ldtbxh")]
    [InlineData("spp:dak-nong", "Bảo hiểm xã hội tỉnh", "spp:dn.bhxh")]
    [InlineData("spp:dak-nong", "Tỉnh ủy", "spp:dn.tinh-uy")]
    [InlineData("gso:14", "Ban Cán sự đảng UBND tỉnh", "spp:sl.bcsd-ubnd")]
    [InlineData("gso:14", "Thường trực Tỉnh ủy", "spp:sl.thuong-truc-tinh-uy")]
    [InlineData("gso:14", "Ban Thường vụ Tỉnh ủy", "spp:sl.btv-tinh-uy")]
    public void Finds_the_one_agency_meant(string unit, string name, string agency) =>
        SampleDirectory.CodeOf(PartyResolver.Resolve(name, SampleDirectory.Around(unit)).AgencyId).ShouldBe(agency);

    private static IEnumerable<string> NamesIn(string plan) =>
        from duty in Gold(plan)["reporting_duties"]!.AsArray()
        from name in duty!["who"]!.AsArray().Concat(duty["to_whom"]!.AsArray()).Append(duty["via"])
        where name is not null
        select Text(name);

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static JsonNode Gold(string plan) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(SampleDirectory.Samples, "plans", "gold", plan + ".gold.json")))!;
}
