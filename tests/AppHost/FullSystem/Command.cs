using System.Diagnostics;
using Aspire.Hosting.Processes;

namespace SocialPolicy.AppHost.Tests.FullSystem;

/// <summary>What a command answered.</summary>
internal sealed record Answered(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Errors}";
}

/// <summary>Runs a command as a person would, and waits for its end. It dies with this process.</summary>
internal static class Command
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(60);

    public static async Task<Answered> Run(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null, TimeSpan? within = null)
    {
        var start = new ProcessStartInfo("setpriv", ["--pdeathsig", "KILL", "--", program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Repository.Root,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = await StarterThread.Run(() => Process.Start(start)!);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await Task.WhenAll(output, errors, process.WaitForExitAsync()).WaitAsync(within ?? Usual);
        }
        catch (TimeoutException late)
        {
            ProcessTable.Kill(ProcessTable.Tree(process.Id));
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end; it said: {await Said(output)} {await Said(errors)}", late);
        }

        return new(process.ExitCode, await output, await errors);
    }

    // A grandchild may still hold the pipe.
    private static async Task<string> Said(Task<string> text) =>
        await Task.WhenAny(text, Task.Delay(TimeSpan.FromSeconds(1))) == text ? await text : "";
}
