using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Workbooks;

namespace SocialPolicy.Indicators.Service.Observations.Sheets;

/// <summary>A value as a file gives it.</summary>
/// <param name="Number">Of its row in the file.</param>
/// <param name="Row">As rows of a batch are.</param>
/// <param name="Columns">Where its fields stand.</param>
internal sealed record FileRow(int Number, V1.ObservationRow Row, IReadOnlyDictionary<string, int> Columns)
{
    /// <summary>What cannot be read of it.</summary>
    public IRule? Broken { get; init; }

    /// <summary>Whether nothing was entered, where nothing stood when it was handed out.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Whether it says what it said when it was handed out.</summary>
    public bool IsUntouched { get; init; }

    /// <summary>"D7"; empty for what has no cell of its own.</summary>
    public string CellOf(string field) => Columns.TryGetValue(field, out var column) ? Cells.Reference(column, Number) : "";
}
