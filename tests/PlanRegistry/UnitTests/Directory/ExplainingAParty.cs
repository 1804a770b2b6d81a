using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.UnitTests.Directory;

public sealed class ExplainingAParty
{
    [Theory]
    [InlineData("gso:14", "Sở Y tế tỉnh Sơn La", Confidence.Exact)]
    [InlineData("gso:14", "Sở Y tế", Confidence.Exact)]
    [InlineData("gso:14", "Giám đốc Sở Y tế", Confidence.Exact)]
    [InlineData("gso:14", "UBND tỉnh Sơn La", Confidence.Exact)]
    [InlineData("gso:14", "Hội Phụ nữ", Confidence.Alias)]
    [InlineData("gso:14", "Công an", Confidence.Exact)]
    [InlineData("gso:14", "Đoàn Thanh niên", Confidence.Alias)]
    [InlineData("gso:14", "các sở, ban, ngành", Confidence.Group)]
    [InlineData("spp:van-ninh", "UBND các xã, thị trấn", Confidence.Group)]
    public void Says_how_sure_it_is(string unit, string name, Confidence confidence)
    {
        var resolution = PartyExplainer.Explain(name, SampleDirectory.Around(unit));

        resolution.Confidence.ShouldBe(confidence);
        resolution.Why.ShouldNotBeEmpty();
        resolution.Candidates.ShouldBeEmpty();
        resolution.Party.IsKnown.ShouldBeTrue();
    }

    [Theory]
    [InlineData("gso:14", "Sở Lao động, Thương binh", "spp:sl.so-ldtbxh")]
    [InlineData("gso:14", "Sở Nông nghiệp Phát triển", "spp:sl.so-nnptnt")]
    [InlineData("spp:van-ninh", "Phòng Lao động", "spp:vn.phong-ldtbxh")]
    public void Names_the_likeliest_first_and_takes_none(string unit, string name, string likeliest)
    {
        var resolution = PartyExplainer.Explain(name, SampleDirectory.Around(unit));

        resolution.Party.IsKnown.ShouldBeFalse();
        resolution.Confidence.ShouldBeNull();
        resolution.FitsSeveral.ShouldBeFalse();
        resolution.Candidates.Count.ShouldBeInRange(1, 5);
        resolution.Candidates.ShouldAllBe(candidate => candidate.Confidence == Confidence.Guess);
        SampleDirectory.CodeOf(resolution.Candidates[0].AgencyId).ShouldBe(likeliest);
    }

    [Fact]
    public void Says_who_are_called_so_when_two_are()
    {
        var unit = new DirectoryUnit(Guid.CreateVersion7(), UnitLevel.District, null, "huyện Vạn Ninh");
        DirectoryAgency[] agencies =
        [
            new(Guid.CreateVersion7(), "Trung tâm Y tế huyện Vạn Ninh", [], AgencyKind.ServiceUnit, unit.Id),
            new(Guid.CreateVersion7(), "Bệnh viện Vạn Ninh", ["Trung tâm Y tế"], AgencyKind.ServiceUnit, unit.Id),
        ];

        var resolution = PartyExplainer.Explain("Trung tâm Y tế", new(unit, [], agencies));

        resolution.FitsSeveral.ShouldBeTrue();
        resolution.Candidates.Select(candidate => candidate.AgencyId).ShouldBe(agencies.Select(agency => agency.Id));
    }

    [Fact]
    public void Has_no_candidate_for_what_is_like_nobody() =>
        PartyExplainer.Explain("Lưu: VT", SampleDirectory.Around("gso:14")).Candidates.ShouldBeEmpty();
}
