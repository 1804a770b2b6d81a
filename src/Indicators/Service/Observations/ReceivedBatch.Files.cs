using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Service.Observations.Sheets;

namespace SocialPolicy.Indicators.Service.Observations;

/// <content>What a file brought.</content>
internal sealed partial class ReceivedBatch
{
    private const int RowsOfAFileAtOnce = 1_000;

    /// <summary>Of a file: what says what it said when it was handed out.</summary>
    public int Untouched { get; private set; }

    /// <summary>Of a file: what has nothing entered.</summary>
    public int Empty { get; private set; }

    /// <summary>Why a file could not be read to its end.</summary>
    public RuleBroken? Unreadable { get; private set; }

    /// <summary>Judges the rows of a file while they are read.</summary>
    /// <param name="header">What holds for every row.</param>
    /// <param name="rows">Of the file.</param>
    /// <param name="begin">Who judges the rows of a header.</param>
    /// <param name="connect">Opens a connection for what has to be looked up.</param>
    public static async Task<ReceivedBatch> Of(
        V1.ObservationBatch header, IEnumerable<FileRow> rows, Func<V1.ObservationBatch, Task<RowJudge?>> begin, Func<Func<NpgsqlConnection, Task>, Task> connect)
    {
        var batch = new ReceivedBatch { Header = header, Path = "file" };
        if (await begin(header) is not { } judge)
            return batch;
        try
        {
            foreach (var part in rows.Chunk(RowsOfAFileAtOnce).TakeWhile(_ => batch.Given <= MostRows))
            {
                await batch.Take(part, judge, connect);
                batch.Rows.Publish();
            }
        }
        catch (RuleBroken problem)
        {
            batch.Unreadable = problem;
        }

        return batch;
    }

    private async Task Take(IReadOnlyCollection<FileRow> rows, RowJudge judge, Func<Func<NpgsqlConnection, Task>, Task> connect)
    {
        Empty += rows.Count(row => row.IsEmpty);
        await judge.Learn([.. rows.Where(row => !row.IsEmpty).Select(row => row.Row)], connect);
        foreach (var row in rows.Where(row => !row.IsEmpty))
            Take(row.Row, judge, row);
    }
}
