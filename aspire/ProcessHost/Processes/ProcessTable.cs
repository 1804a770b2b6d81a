using System.Globalization;

namespace Aspire.Hosting.Processes;

/// <summary>A process that cannot be mistaken for a later one with the same number.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="Parent">The number of its parent.</param>
/// <param name="StartTicks">When it started, in clock ticks since boot.</param>
internal sealed record ProcessIdentity(int Pid, int Parent, long StartTicks);

/// <summary>What /proc says of running processes. A zombie has ended: it is not listed.</summary>
internal static class ProcessTable
{
    /// <summary>Distinguishes clock ticks of this boot from those of an earlier one.</summary>
    public static string BootId { get; } = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    public static ProcessIdentity? Find(int pid)
    {
        var stat = Read($"/proc/{pid}/stat");
        if (stat is null)
            return null;
        // The name stands in brackets and may itself hold spaces and brackets.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X"
            ? null
            : new ProcessIdentity(pid, int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[19], CultureInfo.InvariantCulture));
    }

    public static bool IsAlive(ProcessIdentity process) => Find(process.Pid)?.StartTicks == process.StartTicks;

    /// <summary>True when the process was started with this variable set to this value.</summary>
    public static bool HasEnvironment(int pid, string name, string value) =>
        Read($"/proc/{pid}/environ") is { } environment && environment.Split('\0').Contains($"{name}={value}", StringComparer.Ordinal);

    /// <summary>The process and everything below it, parents first.</summary>
    public static List<ProcessIdentity> Tree(int root)
    {
        var children = All().ToLookup(process => process.Parent);
        var tree = new List<ProcessIdentity>();
        if (Find(root) is { } top)
            tree.Add(top);
        for (var i = 0; i < tree.Count; i++)
            tree.AddRange(children[tree[i].Pid]);
        return tree;
    }

    /// <summary>Kills each of the processes that is still the same one.</summary>
    public static void Kill(IEnumerable<ProcessIdentity> processes)
    {
        foreach (var process in processes.Where(IsAlive))
            Native.Signal(process.Pid, Native.SigKill);
    }

    private static IEnumerable<ProcessIdentity> All() =>
        Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var pid) ? Find(pid) : null)
            .OfType<ProcessIdentity>();

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
