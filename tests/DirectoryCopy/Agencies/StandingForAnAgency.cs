using SocialPolicy.DirectoryCopy.Agencies;

namespace SocialPolicy.DirectoryCopy.FunctionalTests.Agencies;

public sealed class StandingForAnAgency(Copy copy) : IClassFixture<Copy>
{
    [Fact]
    public async Task Is_done_by_itself_while_it_is_there()
    {
        var heir = Rows.Agency("xã");
        var agency = Rows.Agency("phường").Ended(heir);
        await copy.Keep(1, agency, heir);

        (await StandsFor(agency.AgencyId, Rows.LastDay)).ShouldBe(agency.AgencyId);
        (await StandsFor(agency.AgencyId, Rows.LastDay.AddDays(1))).ShouldBe(heir.AgencyId);
    }

    [Fact]
    public async Task Follows_the_heirs_as_far_as_one_is_there()
    {
        var last = Rows.Agency("Sở Nội vụ");
        var middle = Rows.Agency("Sở Lao động").Ended(last);
        var first = Rows.Agency("Phòng Lao động").Ended(middle);
        await copy.Keep(1, first, middle, last);

        (await StandsFor(first.AgencyId, Rows.In2026)).ShouldBe(last.AgencyId);
    }

    [Fact]
    public async Task Is_for_a_person_to_say_when_several_took_over()
    {
        var (one, other) = (Rows.Agency("xã một"), Rows.Agency("xã hai"));
        var split = Rows.Agency("huyện").Ended(one, other);
        var before = Rows.Agency("thị xã").Ended(split);
        await copy.Keep(1, one, other, split, before);

        (await StandsFor(split.AgencyId, Rows.In2026)).ShouldBeNull();
        (await StandsFor(before.AgencyId, Rows.In2026)).ShouldBeNull();
    }

    [Fact]
    public async Task Ends_in_nobody_when_there_is_no_heir()
    {
        var gone = Rows.Agency("ban chỉ đạo").Ended();
        var lost = Rows.Agency("đội") with { ValidTo = Rows.LastDay, SucceededBy = [Guid.CreateVersion7()] };
        await copy.Keep(1, gone, lost);

        (await StandsFor(gone.AgencyId, Rows.In2026)).ShouldBeNull();
        (await StandsFor(lost.AgencyId, Rows.In2026)).ShouldBeNull("its heir is not in the directory");
        (await StandsFor(Guid.CreateVersion7(), Rows.In2026)).ShouldBeNull("it is not in the directory itself");
    }

    [Fact]
    public async Task Ends_in_nobody_when_the_heirs_go_in_a_circle()
    {
        var (one, other) = (Rows.Agency("một"), Rows.Agency("hai"));
        await copy.Keep(1, one.Ended(other), other.Ended(one));

        (await StandsFor(one.AgencyId, Rows.In2026)).ShouldBeNull();
    }

    [Fact]
    public async Task Is_answered_for_many_at_once()
    {
        var heir = Rows.Agency("Sở Nội vụ");
        var (merged, dissolved) = (Rows.Agency("Sở Lao động").Ended(heir), Rows.Agency("Ban quản lý").Ended());
        await copy.Keep(1, heir, merged, dissolved);

        await using var connection = await copy.Open();
        var found = await connection.StandIns(
            [heir.AgencyId, merged.AgencyId, merged.AgencyId, dissolved.AgencyId, Guid.CreateVersion7()], Rows.In2026, CancellationToken.None);

        found.ToDictionary(pair => pair.Key, pair => pair.Value.Name).ShouldBe(
            new Dictionary<Guid, string> { [heir.AgencyId] = heir.Name, [merged.AgencyId] = heir.Name }, ignoreOrder: true);
    }

    private async Task<Guid?> StandsFor(Guid agency, DateOnly on)
    {
        await using var connection = await copy.Open();
        return (await connection.StandsFor(agency, on, CancellationToken.None))?.Id;
    }
}
