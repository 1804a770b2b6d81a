using System.Diagnostics;

namespace Aspire.Hosting.Processes;

/// <summary>
/// A child in a session of its own (a Ctrl-C in our terminal is not for it) that the kernel kills when we die,
/// however we die.
/// </summary>
internal sealed class ChildProcess : IRunning
{
    private static readonly TimeSpan LastMoments = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);
    private static readonly string[] Setters = ["/usr/bin/setpriv", "/bin/setpriv"];

    private readonly Launch launch;
    private readonly Process process;

    private ChildProcess(Launch launch, Process process)
    {
        this.launch = launch;
        this.process = process;
        Identity = ProcessTable.Find(process.Id) ?? new ProcessIdentity(process.Id, 0, 0);
        Exited = Watch();
    }

    public ProcessIdentity Identity { get; }

    public int Pid => Identity.Pid;

    public IEnumerable<ProcessIdentity> Processes => [Identity];

    public Task<int> Exited { get; }

    // Once it has been reaped, its number may be anybody's.
    private bool HasEnded => Exited.IsCompleted || !ProcessTable.IsAlive(Identity);

    /// <summary>Starts the process; it is running when the task completes, though not yet ready for anything.</summary>
    /// <exception cref="HostException">The command or setpriv is missing.</exception>
    public static async Task<ChildProcess> Start(Launch launch)
    {
        var command = Executable.Find(launch.Command)
            ?? throw new HostException($"'{launch.Command}' is missing: install it (aspire/prerequisites), then start again.");
        var info = new ProcessStartInfo(Setter())
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = launch.WorkingDirectory ?? "/",
        };
        // The kernel forgets the death signal when the user changes: setpriv sets it last, in the same exec.
        if (launch.User is { } user)
            foreach (var argument in (string[])["--reuid", user.Name, "--regid", $"{user.Gid}", "--init-groups"])
                info.ArgumentList.Add(argument);
        foreach (var argument in (string[])["--pdeathsig", "KILL", "--", "setsid", command, .. launch.Arguments])
            info.ArgumentList.Add(argument);
        foreach (var (name, value) in launch.Environment)
            info.Environment[name] = value;
        return new ChildProcess(launch, await StarterThread.Run(() => Process.Start(info)!));
    }

    public async Task Stop()
    {
        if (HasEnded)
        {
            await Exited;
            return;
        }

        // The tree is read first: once the leader is gone its children can no longer be found below it.
        var tree = ProcessTable.Tree(Pid);
        Native.Signal(Pid, launch.StopSignal);
        try
        {
            await Exited.WaitAsync(launch.Grace);
        }
        catch (TimeoutException)
        {
            tree = [.. tree, .. ProcessTable.Tree(Pid)];
        }

        await End(tree);
    }

    public async Task Kill()
    {
        if (HasEnded)
            await Exited;
        else
            await End(ProcessTable.Tree(Pid));
    }

    private async Task End(List<ProcessIdentity> tree)
    {
        ProcessTable.Kill(tree);
        // While the group has members the kernel gives its number to nobody else.
        if (ProcessTable.Find(Pid) is not { } now || now.StartTicks == Identity.StartTicks)
            Native.Signal(-Pid, Native.SigKill);
        await Exited;
        // A kill is an order: who got it may hold a port or a file for a moment still.
        for (var waited = TimeSpan.Zero; waited < LastMoments && tree.Exists(ProcessTable.IsAlive); waited += Glance)
            await Task.Delay(Glance);
    }

    private async Task<int> Watch()
    {
        process.StandardInput.Close();
        var output = Task.WhenAll(Read(process.StandardOutput), Read(process.StandardError));
        await process.WaitForExitAsync();
        // A grandchild may hold the pipe open: the last words are waited for, but not for ever.
        await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(1)));
        return process.ExitCode;
    }

    private async Task Read(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            launch.Output?.Invoke(line);
    }

    private static string Setter() =>
        Array.Find(Setters, File.Exists) ?? throw new HostException("'setpriv' is missing: sudo apt-get install util-linux, then start again.");
}
