using SocialPolicy.Indicators.V1;

namespace SocialPolicy.Benchmarks.Ingest;

/// <summary>
/// A million observations over gRPC: who asks, what is named, every value checked, revisions and roll-ups kept, audited, announced;
/// beside the same durable rows written without any of it.
/// </summary>
internal abstract class Ingest : Workload
{
    protected const int Rows = 1_000_000;

    public override string Suite => "ingest";

    public override string Unit => "s";

    public override Better Better => Better.Less;

    public override async Task<IMeasured> Open(Side side)
    {
        var database = await IngestingService.NewDatabase();
        if (side is Side.Ours)
            return new Ours(this, await IngestingService.Start(database));
        var limit = new StagedUpsert(database);
        await limit.Open();
        return new Limit(this, limit);
    }

    /// <summary>The year and the values of the nth time.</summary>
    protected abstract (int Year, int Shift) Turn(int time);

    protected virtual Task<double> Limited(StagedUpsert limit, int year, int shift) => limit.Run(year, Rows, shift);

    /// <summary>Throws unless the answer says what has to come of it.</summary>
    protected abstract void MustHold(RecordObservationsResponse answer, int time);

    private sealed class Ours(Ingest workload, IngestingService service) : IMeasured
    {
        private int time;

        public async Task<double> Measure(TimeSpan duration)
        {
            var (year, shift) = workload.Turn(time);
            var (seconds, answer) = await service.Run(year, Rows, shift);
            if (answer.RefusedCount > 0)
                throw new InvalidOperationException($"{answer.RefusedCount} rows were refused: {answer.RefusedRows[0]}");
            workload.MustHold(answer, time++);
            return seconds;
        }

        public ValueTask DisposeAsync() => service.DisposeAsync();
    }

    private sealed class Limit(Ingest workload, StagedUpsert limit) : IMeasured
    {
        private int time;

        public Task<double> Measure(TimeSpan duration)
        {
            var (year, shift) = workload.Turn(time++);
            return workload.Limited(limit, year, shift);
        }

        public ValueTask DisposeAsync() => limit.DisposeAsync();
    }
}

/// <summary>Values that nobody gave before.</summary>
internal class NewValues : Ingest
{
    public override string Name => "observations-new";

    public override double? Goal => 0.75;

    protected override (int Year, int Shift) Turn(int time) => (2015 + time, 0);

    protected override void MustHold(RecordObservationsResponse answer, int time)
    {
        if (answer.AddedCount != Rows)
            throw new InvalidOperationException($"{answer.AddedCount} values were added.");
    }
}

/// <summary>The same beside a copy into an empty table that has only the key.</summary>
internal sealed class FreshValues : NewValues
{
    public override string Name => "observations-fresh";

    public override double? Goal => 0.5;

    protected override Task<double> Limited(StagedUpsert limit, int year, int shift) => limit.RunFresh(year, Rows, shift);
}

/// <summary>Other values than those there are.</summary>
internal sealed class RevisedValues : Ingest
{
    public override string Name => "observations-revised";

    public override double? Goal => 0.75;

    protected override (int Year, int Shift) Turn(int time) => (2020, time);

    protected override void MustHold(RecordObservationsResponse answer, int time)
    {
        if ((time == 0 ? answer.AddedCount : answer.RevisedCount) != Rows)
            throw new InvalidOperationException($"{answer.RevisedCount} values were revised.");
    }
}

/// <summary>The values there are, sent again.</summary>
internal sealed class ReplayedValues : Ingest
{
    public override string Name => "observations-replayed";

    public override double? Goal => 0.65;

    protected override (int Year, int Shift) Turn(int time) => (2020, 0);

    protected override void MustHold(RecordObservationsResponse answer, int time)
    {
        if (time > 0 && (answer.UnchangedCount != Rows || answer.Batch.Length > 0))
            throw new InvalidOperationException($"{answer.UnchangedCount} values were unchanged.");
    }
}
