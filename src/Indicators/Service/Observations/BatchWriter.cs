using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>
/// Keeps the values of an act in its transaction: set by set, changed ones only, and at the end what they change of the roll-ups, in
/// an order that all acts keep, so that those of long acts are not held longer than need be.
/// </summary>
/// <param name="work">The act.</param>
/// <param name="batch">Its key.</param>
/// <param name="mostTold">So many rows of an act are told; of a greater one none is.</param>
internal sealed class BatchWriter(Work work, long batch, int mostTold)
{
    private const int RowsAtOnce = 40_000;
    private const int SetsAtOnce = 64;
    private const string Savepoint = "rows";

    private const string LockRollups = "select pg_advisory_xact_lock_shared(hashtextextended('rollups', 0))";

    private readonly List<ObservationColumns> sets = [];
    private readonly Dictionary<short, ObservationColumns> open = [];
    private readonly Dictionary<RollupKey, RollupChange> rollups = [];
    private readonly HashSet<int> units = [];
    private readonly List<KeptRow> told = [];
    private bool mostAreNew;
    private int given;
    private int waiting;

    public int Added { get; private set; }

    public int Revised { get; private set; }

    /// <summary>Rows that are kept; none of an act that is too great to tell them.</summary>
    public IReadOnlyList<KeptRow> Kept => given <= mostTold ? told : [];

    /// <summary>Keeps the rows.</summary>
    public async Task Write(IAsyncEnumerable<JudgedRow> rows, PartsOfBatch parts)
    {
        await work.Execute(LockRollups);
        int[] keys = [0];
        await foreach (var (key, said) in rows)
        {
            if (waiting == RowsAtOnce || (sets.Count == SetsAtOnce && !HasRoom(key.Period.Year)))
                await WriteSets();
            if (key.Part >= keys.Length)
                keys = await parts.Keys(work);
            SetOf(key.Period.Year).Add(key with { Part = keys[key.Part] }, said);
            units.Add(key.Unit);
            given++;
            waiting++;
        }

        await WriteSets();
    }

    /// <summary>Keeps the roll-ups that follow from the rows.</summary>
    public Task Close() => work.KeepRollups(rollups, units);

    private bool HasRoom(short year) => open.TryGetValue(year, out var set) && !set.IsFull;

    // Years may come in turns: each has a set of its own.
    private ObservationColumns SetOf(short year)
    {
        if (!HasRoom(year))
            sets.Add(open[year] = new ObservationColumns(year));
        return open[year];
    }

    // Somebody may give a value of the same at the same time: by the time it is seen theirs is kept, and ours comes after it.
    private async Task WriteSets()
    {
        if (sets.Count == 0)
            return;
        while (true)
        {
            var outcomes = await Run();
            if (outcomes.TrueForAll(outcome => outcome.Complete))
            {
                outcomes.ForEach(Take);
                break;
            }

            await work.Transaction.RollbackAsync(Savepoint, work.Cancellation);
        }

        mostAreNew = Added > Revised;
        sets.Clear();
        open.Clear();
        waiting = 0;
    }

    // In one go, so that the database works on one set while the next is on its way.
    private async Task<List<Outcome>> Run()
    {
        await using var statements = new NpgsqlBatch(work.Connection, work.Transaction) { BatchCommands = { new($"savepoint {Savepoint}") } };
        foreach (var set in sets)
        {
            var keep = new NpgsqlBatchCommand(mostAreNew ? ObservationStatements.InsertFirst(set.Year) : ObservationStatements.CompareFirst(set.Year));
            set.Bind(keep.Parameters, batch, tellRows: given <= mostTold);
            statements.BatchCommands.Add(keep);
        }

        await using var reader = await statements.ExecuteReaderAsync(work.Cancellation);
        var outcomes = new List<Outcome>();
        foreach (var set in sets)
        {
            var outcome = new Outcome(set.Year);
            while (await reader.ReadAsync(work.Cancellation))
                outcome.Take(reader);
            outcomes.Add(outcome);
            await reader.NextResultAsync(work.Cancellation);
        }

        return outcomes;
    }

    private void Take(Outcome outcome)
    {
        Added += outcome.Added;
        Revised += outcome.Revised;
        told.AddRange(outcome.Kept);
        foreach (var (key, change) in outcome.Rollups)
            rollups[key] = rollups.GetValueOrDefault(key) + change;
    }

    private sealed class Outcome(short year)
    {
        public int Added { get; private set; }

        public int Revised { get; private set; }

        public List<KeptRow> Kept { get; } = [];

        public List<(RollupKey Key, RollupChange Change)> Rollups { get; } = [];

        public bool Complete { get; private set; }

        public void Take(NpgsqlDataReader row)
        {
            var (first, second, third) = (row.GetInt32(1), row.GetInt32(2), row.GetInt32(3));
            var period = new ObservedPeriod(year, row.GetInt16(4));
            switch (row.GetString(0))
            {
                case "c":
                    (Added, Revised, Complete) = (first, second, first + second == third);
                    break;
                case "k":
                    Kept.Add(new(new(first, second, period, third, row.GetBoolean(5)), row.GetInt32(6)));
                    break;
                default:
                    Rollups.Add((
                        new(first, second, third, period, row.GetBoolean(5), row.GetInt16(8), row.GetInt16(9)),
                        new(row.GetInt32(6), row.GetInt32(7), row.GetDecimal(10), row.GetDecimal(11), row.GetDecimal(12))));
                    break;
            }
        }
    }
}
