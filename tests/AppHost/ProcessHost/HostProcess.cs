using System.Diagnostics;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.Processes;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

/// <summary>A host in a process of its own; killed at the end when it still runs.</summary>
internal sealed class HostProcess : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string data;
    private readonly ProcessIdentity? identity;
    private readonly Process process;

    public HostProcess(string data, string[] args, params (string Name, string? Value)[] environment)
    {
        this.data = data;
        var info = new ProcessStartInfo("dotnet", [Program, $"--SPP_DATA={data}", .. args]) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            info.Environment[name] = value;
        process = Process.Start(info)!;
        identity = ProcessTable.Find(process.Id);
    }

    public int Id => process.Id;

    public int ExitCode => process.ExitCode;

    private static string Program => Path.Combine(
        Path.GetDirectoryName(AppHostMetadata.OutputOf(typeof(HostProcess).Assembly, new Projects.ProbeHost().ProjectPath))!, "ProbeHost.dll");

    private string StateFile => Path.Combine(data, "run", "resources.json");

    public void Dispose()
    {
        if (identity is not null)
            ProcessTable.Kill([identity]);
        process.Dispose();
    }

    public void Signal(int signal) => Native.Signal(Id, signal);

    public async Task<string> Errors() => await process.StandardError.ReadToEndAsync().WaitAsync(Patience);

    public Task End() => process.WaitForExitAsync().WaitAsync(Patience);

    public Task Running() => Deadline.Until(Patience, async ct =>
        process.HasExited ? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(ct))
        : !File.Exists(StateFile) ? "not started"
        : await State() is var state && state.GetProperty("hostPid").GetInt32() == Id && state.GetProperty("state").GetString() == "running" ? null
        : $"not running: {state}", CancellationToken.None);

    public Task Stopping() => Deadline.Until(
        Patience, async _ => (await State()).GetProperty("state").GetString() == "stopping" ? null : "not stopping", CancellationToken.None);

    public async Task<JsonElement> State() => JsonDocument.Parse(await File.ReadAllTextAsync(StateFile)).RootElement;
}
