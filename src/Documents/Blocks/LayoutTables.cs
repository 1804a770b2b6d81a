namespace SocialPolicy.Documents.Blocks;

/// <summary>
/// Tells tables that only put things side by side from those that hold data: frames of one column, and the head and the
/// foot of a document, with issuer and motto or recipients and signature in two columns.
/// </summary>
internal static class LayoutTables
{
    private const int MostRows = 3;
    private const int LongestCell = 2000;
    private const int Near = 300;

    private static readonly string[] HeadsAndFeet = ["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "ĐẢNG CỘNG SẢN", "NƠI NHẬN", "KÍNH GỬI", "SỐ:", "TM.", "KT.", "T/M"];

    /// <summary>Whether the table at that place among its neighbours is there for its looks.</summary>
    public static bool IsLayout(IReadOnlyList<Block> blocks, int at)
    {
        var table = (Table)blocks[at];
        if (table.Columns <= 1 || table.Cells.Any(IsPage))
            return true;
        return table.Rows.Count <= MostRows && table.Columns == 2 && (HasWordsOfHeadOrFoot(table) || (IsAtAnEnd(blocks, at) && HasLineInCapitals(table)));
    }

    // A cell with a table or a page of text inside is a part of the page, not a value.
    private static bool IsPage(Cell cell) => cell.Blocks.Any(block => block is Table) || cell.Blocks.Sum(Length) >= LongestCell;

    private static bool IsAtAnEnd(IReadOnlyList<Block> blocks, int at) => IsNear(blocks.Take(at)) || IsNear(blocks.Skip(at + 1));

    private static bool IsNear(IEnumerable<Block> between)
    {
        var length = 0;
        return between.All(block => block is Paragraph && (length += Length(block)) < Near);
    }

    private static int Length(Block block) => block is Paragraph paragraph ? paragraph.Text.Length : 0;

    private static IEnumerable<string> Lines(Table table) =>
        table.Cells.SelectMany(cell => cell.Blocks).OfType<Paragraph>().SelectMany(paragraph => paragraph.Text.Split('\n'));

    private static bool HasWordsOfHeadOrFoot(Table table) =>
        Lines(table).Any(line => HeadsAndFeet.Any(words => line.TrimStart('*', '_', ' ').StartsWith(words, StringComparison.OrdinalIgnoreCase)));

    private static bool HasLineInCapitals(Table table) => Lines(table).Any(line => line.Count(char.IsLetter) > 3 && !line.Any(char.IsLower));
}
