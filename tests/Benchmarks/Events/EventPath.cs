using System.Diagnostics;
using Dapper;
using Npgsql;

namespace SocialPolicy.Benchmarks.Events;

/// <summary>A way from a commit over the broker to a consumer's commit, measured by the database's own clock for both.</summary>
internal abstract class EventPath(string source, string sink, double percentile) : IMeasured
{
    private const int PerSecond = 200;
    private const int Writers = 8;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1) / PerSecond;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Happens at 200 a second; the percentile of the milliseconds from commit to consumer's commit.</summary>
    /// <exception cref="InvalidOperationException">Something had no effect, or two.</exception>
    public async Task<double> Measure(TimeSpan duration)
    {
        var ids = Enumerable.Range(0, (int)(duration / Between)).Select(_ => Guid.CreateVersion7()).ToArray();
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, ids.Length, new ParallelOptions { MaxDegreeOfParallelism = Writers }, async (i, _) =>
        {
            var ahead = i * Between - Stopwatch.GetElapsedTime(began);
            if (ahead > TimeSpan.Zero)
                await Task.Delay(ahead, CancellationToken.None);
            await Happen(ids[i]);
        });

        var effects = await Effects(ids);
        var happenings = await Commits(source, "select id, pg_xact_commit_timestamp(xmin) from happenings where id = any(@ids)", ids);
        var latencies = ids.Select(id => (effects[id] - happenings[id]).TotalMilliseconds).Order().ToArray();
        return latencies[(int)Math.Ceiling(percentile * latencies.Length) - 1];
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>One row of happenings and its announcement, committed.</summary>
    protected abstract Task Happen(Guid id);

    private async Task<IReadOnlyDictionary<Guid, DateTime>> Effects(Guid[] ids)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            var effects = await Commits(sink, "select event_id, pg_xact_commit_timestamp(xmin) from effects where event_id = any(@ids)", ids);
            if (effects.Count == ids.Length)
                return effects;
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new InvalidOperationException($"{ids.Length - effects.Count} of {ids.Length} had no effect.");
            await Task.Delay(50);
        }
    }

    private static async Task<IReadOnlyDictionary<Guid, DateTime>> Commits(string database, string sql, Guid[] ids)
    {
        await using var connection = new NpgsqlConnection(database);
        return (await connection.QueryAsync<(Guid Id, DateTime At)>(sql, new { ids })).ToDictionary(row => row.Id, row => row.At);
    }
}
