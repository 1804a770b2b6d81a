using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Tables;

/// <summary>Titles of the columns of a table of tasks; the first such phrase of a title decides.</summary>
internal static class ColumnWords
{
    private static readonly PhraseTable<Column> Titles = new(
    [
        ("stt", Column.Number), ("tt", Column.Number), ("st t", Column.Number), ("t t", Column.Number), ("số tt", Column.Number), ("số thứ tự", Column.Number),
        ("nhiệm vụ", Column.Task), ("tên nhiệm vụ", Column.Task), ("nội dung", Column.Task), ("hoạt động", Column.Task), ("công việc", Column.Task), ("đề án", Column.Task),
        ("phối hợp", Column.Coordinating),
        ("chủ trì", Column.Lead), ("đơn vị thực hiện", Column.Lead), ("cơ quan thực hiện", Column.Lead), ("đơn vị phụ trách", Column.Lead), ("cơ quan tham mưu", Column.Lead), ("đầu mối", Column.Lead),
        ("thời gian", Column.Time), ("thời hạn", Column.Time), ("tiến độ", Column.Time), ("thời điểm", Column.Time), ("hoàn thành", Column.Time),
        ("sản phẩm", Column.Deliverable), ("kết quả", Column.Deliverable), ("đầu ra", Column.Deliverable),
    ]);

    private const int LongestTitle = 14;

    /// <summary>The column that a cell is the title of; Other when it is none of these.</summary>
    public static Column Of(ReadOnlySpan<Token> cell) =>
        cell.Length <= LongestTitle && Titles.Find(cell, out var column, out _) >= 0 ? column : Column.Other;
}
