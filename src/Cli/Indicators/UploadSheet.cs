using SocialPolicy.Indicators.V1;

namespace SocialPolicy.Cli.Indicators;

/// <summary>What came of a file of values, as people read it.</summary>
internal static class UploadSheet
{
    public static readonly string[] Columns = ["Row", "Cell", "Column", "Reason", ""];

    public static string[] Row(RefusedRow row) => [$"{row.Row}", row.Cell, row.Column, row.Reason, row.Message];

    /// <summary>Whether what was asked for was done: rows that were to be skipped are no failure.</summary>
    public static bool IsTaken(RecordObservationsResponse answer, ImportObservationsRequest.Types.File file) =>
        answer.RefusedCount == 0 || file.Mode is ObservationBatch.Types.Mode.SkipBadRows;

    /// <summary>The counts in one line, and whether anything was kept.</summary>
    public static string Summary(RecordObservationsResponse answer, ImportObservationsRequest.Types.File file)
    {
        var shown = answer.RefusedRows.Select(row => row.Row).Distinct().Count() < answer.RefusedCount ? ", the first of them above" : "";
        var empty = answer.EmptyCount > 0 ? $", {answer.EmptyCount} left empty" : "";
        if (!IsTaken(answer, file))
            return $"{answer.RefusedCount} of {answer.GivenCount} values refused{shown}{empty}: nothing was kept.";
        var refused = answer.RefusedCount > 0 ? $", {answer.RefusedCount} refused{shown}" : "";
        var kept = file.ValidateOnly ? "; checked only, nothing was kept" : answer.Batch.Length > 0 ? $": {answer.Batch}" : "";
        return $"{answer.AddedCount} added, {answer.RevisedCount} revised, {answer.UnchangedCount} unchanged{refused}{empty}{kept}.";
    }
}
