using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Data;

/// <summary>A process we started, as the next start will recognise it.</summary>
internal sealed record ProcessRecord(string Resource, int Pid, long StartTicks, string BootId);

/// <summary>
/// What we have running, on disk. The kernel kills our children with us; what slipped through is ended by the next
/// start: only the very process that was recorded (number, start, boot) and that carries our mark.
/// </summary>
internal sealed class ProcessRecords(DataFolder data)
{
    /// <summary>The variable by which a process says whose it is.</summary>
    public const string Mark = "SPP_OWNED_BY";

    private readonly Lock gate = new();
    private readonly List<ProcessRecord> records = [];
    private readonly string path = Path.Combine(data.Run, "processes.json");

    public void Add(string resource, IEnumerable<ProcessIdentity> processes)
    {
        lock (gate)
        {
            records.RemoveAll(record => ProcessTable.Find(record.Pid)?.StartTicks != record.StartTicks);
            records.AddRange(processes.Select(process => new ProcessRecord(resource, process.Pid, process.StartTicks, ProcessTable.BootId)));
            JsonFile.Write(path, records);
        }
    }

    public void Forget() => File.Delete(path);

    /// <summary>Ends what a killed host left behind. Returns how many that were.</summary>
    public int EndSurvivors()
    {
        var survivors = (JsonFile.Read<List<ProcessRecord>>(path) ?? [])
            .Where(IsOurs)
            .SelectMany(record => ProcessTable.Tree(record.Pid))
            .ToList();
        ProcessTable.Kill(survivors);
        SpinWait.SpinUntil(() => !survivors.Exists(ProcessTable.IsAlive), TimeSpan.FromSeconds(5));
        return survivors.Count;
    }

    private bool IsOurs(ProcessRecord record) =>
        record.BootId == ProcessTable.BootId
        && ProcessTable.Find(record.Pid)?.StartTicks == record.StartTicks
        && ProcessTable.HasEnvironment(record.Pid, Mark, data.Root);
}
