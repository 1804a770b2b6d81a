using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Reporting.Domain.Consolidations;
using SocialPolicy.Reporting.Domain.Reports;

namespace SocialPolicy.Reporting.UnitTests.Consolidations;

public class ConsolidatingARound
{
    private static readonly Guid Poverty = Guid.CreateVersion7();
    private static readonly Guid Insurance = Guid.CreateVersion7();

    [Fact]
    public void Takes_what_is_accepted_and_names_the_others()
    {
        var (accepted, waiting, owed) = (Of(accepted: true), Of(accepted: false), Owed(requested: true));

        var made = Consolidated.Of([accepted, waiting, owed], includeSubmitted: false);

        made.Children.ShouldBe([accepted.Report!]);
        made.Missing.ShouldBe([new(waiting.Obligation, waiting.Agency, Requested: false), new(owed.Obligation, owed.Agency, Requested: true)]);
    }

    [Fact]
    public void Takes_what_waits_for_acceptance_on_request_and_marks_it()
    {
        var made = Consolidated.Of([Of(accepted: true), Of(accepted: false)], includeSubmitted: true);

        made.Children.Select(child => child.Accepted).ShouldBe([true, false]);
        made.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void Is_refused_when_nothing_was_accepted() =>
        Should.Throw<RuleBroken>(() => Consolidated.Of([Of(accepted: false), Owed()], includeSubmitted: false)).First.Reason.ShouldBe("NOTHING_TO_CONSOLIDATE");

    [Fact]
    public void Puts_the_values_of_a_target_side_by_side_and_leaves_out_who_gave_none()
    {
        var (a, b, c) = (
            Of(true, Line(Poverty, "2.5"), Line(Insurance, "94")),
            Of(true, Line(Poverty, "3.1", estimate: true)),
            Of(true, Line(Poverty, ""), Line(Insurance, "95")));

        var made = Consolidated.Of([a, b, c], includeSubmitted: false);

        made.Lines.Select(line => line.Target.Target).ShouldBe([Poverty, Insurance]);
        made.Lines[0].Values.ShouldBe([new(a.Agency, "2.5", false), new(b.Agency, "3.1", true)]);
        made.Lines[1].Values.ShouldBe([new(a.Agency, "94", false), new(c.Agency, "95", false)]);
        made.Lines[0].Target.Value.ShouldBeEmpty();
    }

    [Fact]
    public void Knows_the_same_submissions_in_another_order()
    {
        var (a, b) = (Of(accepted: true), Of(accepted: true));

        Consolidated.Of([a, b], false).Sources.ShouldBe(Consolidated.Of([b, a], true).Sources);
        Consolidated.Of([a], false).Sources.ShouldNotBe(Consolidated.Of([a with { Report = a.Report! with { Submission = 2 } }], false).Sources);
    }

    private static Contribution Of(bool accepted, params PinnedLine[] lines)
    {
        var agency = Guid.CreateVersion7();
        return new(Guid.CreateVersion7(), agency, Requested: false, new Child(Guid.CreateVersion7(), agency, Submission: 1, accepted), lines);
    }

    private static Contribution Owed(bool requested = false) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), requested, Report: null, []);

    private static PinnedLine Line(Guid target, string value, bool estimate = false) => new()
    {
        Target = target,
        Indicator = "tỷ lệ",
        Threshold = new("AtMost", "3", "", "%", "Unspecified", PerYear: false),
        Year = 2030,
        Value = value,
        Estimate = estimate,
        Verdict = "Met",
    };
}
