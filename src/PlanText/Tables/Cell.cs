using System.Runtime.InteropServices;
using SocialPolicy.PlanText.Layout;

namespace SocialPolicy.PlanText.Tables;

/// <summary>The tokens [From, To) of a cell; none when it is empty.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cell(int From, int To)
{
    public bool IsEmpty => To <= From;

    /// <summary>The cells of a row, empty ones among them.</summary>
    public static List<Cell> In(Flow flow, Block row)
    {
        var cells = new List<Cell>();
        var start = row.FirstToken;
        for (var i = row.FirstToken; i <= row.EndToken; i++)
        {
            if (i < row.EndToken && !flow.Tokens[i].Is("|"))
                continue;

            // Strokes at both ends of a row enclose it, they divide nothing.
            if (i > start || (i > row.FirstToken && i < row.EndToken))
                cells.Add(new(start, i));
            start = i + 1;
        }

        return cells;
    }
}
