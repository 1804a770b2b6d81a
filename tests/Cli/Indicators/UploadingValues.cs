using SocialPolicy.Cli.Indicators;
using SocialPolicy.Indicators.V1;
using File = SocialPolicy.Indicators.V1.ImportObservationsRequest.Types.File;
using Mode = SocialPolicy.Indicators.V1.ObservationBatch.Types.Mode;

namespace SocialPolicy.Cli.UnitTests.Indicators;

public sealed class UploadingValues
{
    private static readonly RefusedRow Refused = new() { Row = 7, Cell = "D7", Column = "value", Reason = "VALUE_MALFORMED", Message = "A value is a decimal number." };

    [Fact]
    public void Says_what_was_kept_and_by_which_act() => UploadSheet.Summary(
        new() { GivenCount = 6, AddedCount = 3, RevisedCount = 1, UnchangedCount = 2, EmptyCount = 4, Stored = true, Batch = "observationBatches/1" }, new())
        .ShouldBe("3 added, 1 revised, 2 unchanged, 4 left empty: observationBatches/1.");

    [Fact]
    public void Says_that_nothing_was_kept_of_a_file_with_a_bad_row()
    {
        var answer = new RecordObservationsResponse { GivenCount = 5, RefusedCount = 1, RefusedRows = { Refused } };

        UploadSheet.Summary(answer, new() { Mode = Mode.AllOrNothing }).ShouldBe("1 of 5 values refused: nothing was kept.");
        UploadSheet.IsTaken(answer, new() { Mode = Mode.AllOrNothing }).ShouldBeFalse();
    }

    [Fact]
    public void Says_what_was_skipped_and_when_not_all_of_it_is_shown()
    {
        var answer = new RecordObservationsResponse { GivenCount = 5, AddedCount = 2, RefusedCount = 3, Stored = true, Batch = "observationBatches/1", RefusedRows = { Refused } };

        UploadSheet.Summary(answer, new() { Mode = Mode.SkipBadRows }).ShouldBe("2 added, 0 revised, 0 unchanged, 3 refused, the first of them above: observationBatches/1.");
        UploadSheet.IsTaken(answer, new() { Mode = Mode.SkipBadRows }).ShouldBeTrue();
    }

    [Fact]
    public void Says_of_a_trial_that_it_was_one() => UploadSheet.Summary(new() { GivenCount = 1, AddedCount = 1 }, new File { ValidateOnly = true })
        .ShouldBe("1 added, 0 revised, 0 unchanged; checked only, nothing was kept.");

    [Fact]
    public void Shows_a_refused_row_with_its_cell() => UploadSheet.Row(Refused).ShouldBe(["7", "D7", "value", "VALUE_MALFORMED", "A value is a decimal number."]);

    [Fact]
    public void Says_whether_roll_ups_are_the_sums_of_their_values()
    {
        VerifyCommand.Summary(new() { ComparedCount = 12 }).ShouldBe("12 roll-ups are the sums of their values.");
        VerifyCommand.Summary(new() { ComparedCount = 12, MismatchCount = 3, Mismatches = { new CheckRollupsResponse.Types.Mismatch() } })
            .ShouldBe("3 of 12 roll-ups are not the sums of their values, the first 1 above.");
    }

    [Fact]
    public void Names_the_periods_of_a_year()
    {
        TemplateCommand.PeriodsOf(2025, "quarter").ShouldBe(["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]);
        TemplateCommand.PeriodsOf(2025, "half").ShouldBe(["2025-H1", "2025-H2"]);
        TemplateCommand.PeriodsOf(2025, "year").ShouldBe(["2025"]);
        TemplateCommand.PeriodsOf(2025, "month").ShouldBe(Enumerable.Range(1, 12).Select(month => $"2025-{month:00}"));
        Should.Throw<IOException>(() => TemplateCommand.PeriodsOf(2025, "week"));
    }
}
