using SocialPolicy.BuildingBlocks.Domain.Codes;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Successions;

namespace SocialPolicy.PlanRegistry.UnitTests.Successions;

public sealed class DecidingOnASuccession
{
    private static readonly DateOnly FirstDay = new(2025, 7, 1);
    private static readonly Involved Old = Someone("spp:old");
    private static readonly Involved Other = Someone("spp:other");
    private static readonly Involved New = Someone("spp:new") with { ValidFrom = FirstDay };
    private static readonly Involved Newer = Someone("spp:newer") with { ValidFrom = FirstDay };

    [Fact]
    public void Ends_the_predecessors_on_the_day_before_and_gives_them_their_heirs()
    {
        var merge = Record(SuccessionKind.Merge, [Old, Other], [New]);
        var unit = new Unit(Old.Id, ["spp:old"], "huyện Cũ", UnitLevel.District, null, null, null, []);

        merge.ApplyTo(unit).ShouldSatisfyAllConditions(
            after => after.ValidTo.ShouldBe(new DateOnly(2025, 6, 30)),
            after => after.SucceededBy.ShouldBe([New.Id]),
            after => after.Name.ShouldBe("huyện Cũ"));
    }

    [Fact]
    public void Renames_without_an_end()
    {
        var rename = Record(SuccessionKind.Rename, [Old], [], name: "tỉnh Mới");
        var unit = new Unit(Old.Id, ["spp:old"], "tỉnh Cũ", UnitLevel.Province, null, null, null, []);

        rename.ApplyTo(unit).ShouldBe(unit with { Name = "tỉnh Mới" });
    }

    [Fact]
    public void Leaves_in_force_who_hands_functions_over()
    {
        var transfer = Record(SuccessionKind.Transfer, [Old], [Other, New], functions: ["trẻ em", "dạy nghề"]);
        var agency = new Agency(Old.Id, ["spp:old"], "Sở Cũ", [], AgencyKind.Department, Guid.CreateVersion7(), null, false, null, null, [], null);

        transfer.ApplyTo(agency).ShouldBeSameAs(agency);
        transfer.Heirs.Select(heir => heir.Function).ShouldBe(["trẻ em", "dạy nghề"]);
    }

    [Theory]
    [InlineData(SuccessionKind.Merge, 0, 1)]
    [InlineData(SuccessionKind.Merge, 2, 0)]
    [InlineData(SuccessionKind.Merge, 2, 2)]
    [InlineData(SuccessionKind.Split, 1, 1)]
    [InlineData(SuccessionKind.Split, 2, 2)]
    [InlineData(SuccessionKind.Rename, 1, 1)]
    [InlineData(SuccessionKind.Rename, 2, 0)]
    [InlineData(SuccessionKind.Dissolve, 1, 1)]
    [InlineData(SuccessionKind.Transfer, 1, 0)]
    [InlineData(SuccessionKind.Transfer, 2, 1)]
    public void Is_refused_when_the_kind_has_other_numbers(SuccessionKind kind, int predecessors, int heirs) =>
        ReasonOf(() => RecordingASuccession.MustBeComplete(Intent(kind, predecessors, heirs))).ShouldBe("SUCCESSION_KIND_DOES_NOT_FIT");

    [Theory]
    [InlineData("0.5", "0.5", null)]
    [InlineData("0.3333", "0.6667", null)]
    [InlineData(null, null, null)]
    [InlineData("0.5", "0.4", "SHARES_DO_NOT_ADD_UP")]
    [InlineData("0.5", null, "SHARES_DO_NOT_ADD_UP")]
    [InlineData("1", "0", "SHARES_DO_NOT_ADD_UP")]
    [InlineData("1.5", "-0.5", "SHARES_DO_NOT_ADD_UP")]
    public void Wants_shares_that_add_up_or_none(string? one, string? other, string? reason)
    {
        var intent = Intent(SuccessionKind.Split, 1, 2);
        intent = intent with { Heirs = [intent.Heirs[0] with { Share = Share(one) }, intent.Heirs[1] with { Share = Share(other) }] };

        ReasonOf(() => RecordingASuccession.MustBeComplete(intent)).ShouldBe(reason);
    }

    [Fact]
    public void Is_refused_without_a_ground_a_day_a_subject_or_a_function()
    {
        ReasonOf(() => RecordingASuccession.MustBeComplete(Intent(SuccessionKind.Merge, 1, 1) with { LegalGround = "" })).ShouldBe("FIELD_REQUIRED");
        ReasonOf(() => RecordingASuccession.MustBeComplete(Intent(SuccessionKind.Merge, 1, 1) with { EffectiveOn = null })).ShouldBe("FIELD_REQUIRED");
        ReasonOf(() => RecordingASuccession.MustBeComplete(Intent(SuccessionKind.Merge, 1, 1) with { Subject = null })).ShouldBe("FIELD_REQUIRED");
        ReasonOf(() => RecordingASuccession.MustBeComplete(Intent(SuccessionKind.Transfer, 1, 1))).ShouldBe("FIELD_REQUIRED");
        ReasonOf(() => RecordingASuccession.MustBeComplete(Intent(SuccessionKind.Rename, 1, 0))).ShouldBe("FIELD_REQUIRED");
        ReasonOf(() => RecordingASuccession.MustBeComplete(Intent(SuccessionKind.Merge, 1, 1) with { NewName = "tỉnh Mới" })).ShouldBe("NAME_WITHOUT_RENAME");
    }

    [Fact]
    public void Is_refused_when_somebody_is_named_twice_or_is_its_own_heir()
    {
        ReasonOf(() => Record(SuccessionKind.Merge, [Old, Old], [New])).ShouldBe("SUCCESSION_NAMES_TWICE");
        ReasonOf(() => Record(SuccessionKind.Split, [Old], [New, New])).ShouldBe("SUCCESSION_NAMES_TWICE");
        ReasonOf(() => Record(SuccessionKind.Merge, [Old, Other], [Old])).ShouldBe("HEIR_IS_PREDECESSOR");
        ReasonOf(() => Record(SuccessionKind.Rename, [Old], [], name: Old.Name)).ShouldBe("NAME_UNCHANGED");
    }

    [Fact]
    public void Is_refused_when_somebody_is_not_there()
    {
        ReasonOf(() => Record(SuccessionKind.Merge, [Old with { ValidFrom = FirstDay }], [New])).ShouldBe("PREDECESSOR_NOT_THERE_YET");
        ReasonOf(() => Record(SuccessionKind.Merge, [Old], [New with { ValidFrom = FirstDay.AddDays(1) }])).ShouldBe("HEIR_NOT_THERE_YET");
        var gone = Other with { ValidTo = FirstDay.AddDays(-1), Heirs = [new Successor("spp:heir", "Sở Thừa kế")] };
        var refused = Should.Throw<RuleBroken>(() => Record(SuccessionKind.Merge, [Old], [gone])).First;
        refused.Reason.ShouldBe("AGENCY_SUPERSEDED");
        refused.Facts["heirs"].ShouldBe("spp:heir");
        refused.Facts["heir_names"].ShouldBe("Sở Thừa kế");
    }

    [Theory]
    [InlineData("2025-06-30", null)]
    [InlineData("2025-06-29", "SUCCESSION_OVERLAPS")]
    [InlineData("2025-12-31", "SUCCESSION_OVERLAPS")]
    public void Gives_a_ground_to_an_end_that_the_directory_knows_of_and_to_no_other(string lastDay, string? reason) =>
        ReasonOf(() => Record(SuccessionKind.Merge, [Old with { ValidTo = DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture) }], [New])).ShouldBe(reason);

    [Fact]
    public void Is_refused_when_an_earlier_one_says_otherwise()
    {
        var merge = Record(SuccessionKind.Merge, [Old], [New]);
        var rename = Record(SuccessionKind.Rename, [Old], [], name: "Sở Khác");
        var children = Record(SuccessionKind.Transfer, [Old], [New], functions: ["trẻ em"]);

        ReasonOf(() => Record(SuccessionKind.Split, [Old with { ValidTo = merge.LastDay }], [New, Newer], earlier: [merge])).ShouldBe("SUCCESSION_OVERLAPS");
        ReasonOf(() => Record(SuccessionKind.Merge, [Old], [New], earlier: [rename])).ShouldBe("SUCCESSION_OVERLAPS");
        ReasonOf(() => Record(SuccessionKind.Rename, [Old], [], name: "Sở Thứ ba", earlier: [rename])).ShouldBe("SUCCESSION_OVERLAPS");
        ReasonOf(() => Record(SuccessionKind.Transfer, [Old], [Newer], functions: ["Trẻ em"], earlier: [children])).ShouldBe("SUCCESSION_OVERLAPS");
        ReasonOf(() => Record(SuccessionKind.Transfer, [Old], [Newer], functions: ["dạy nghề"], earlier: [children])).ShouldBeNull();
        ReasonOf(() => Record(SuccessionKind.Merge, [Other], [New], earlier: [merge])).ShouldBeNull();
    }

    private static Succession Record(
        SuccessionKind kind, Involved[] predecessors, Involved[] heirs, string name = "", string[]? functions = null, Succession[]? earlier = null)
    {
        var intent = Intent(kind, predecessors.Length, heirs.Length, name, functions);
        RecordingASuccession.MustBeComplete(intent);
        return RecordingASuccession.Record(Guid.CreateVersion7(), intent, predecessors, heirs, earlier ?? []);
    }

    private static IntendedSuccession Intent(SuccessionKind kind, int predecessors, int heirs, string name = "", string[]? functions = null) => new(
        SuccessionSubject.Agencies, kind, FirstDay, [.. Enumerable.Range(0, predecessors).Select(at => $"spp:p{at}")],
        [.. Enumerable.Range(0, heirs).Select(at => new IntendedHeir($"spp:h{at}", null, functions?[at] ?? ""))],
        name, "Nghị quyết số 202/2025/QH15", "");

    private static Involved Someone(string code) => new(Guid.CreateVersion7(), code, $"Sở {code}", null, null, []);

    private static decimal? Share(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string? ReasonOf(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (RuleBroken broken)
        {
            return broken.First.Reason;
        }
    }
}
