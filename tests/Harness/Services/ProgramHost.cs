using System.Diagnostics;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SocialPolicy.Harness.Services;

/// <summary>
/// Runs a program's entry point and takes hold of the host it builds: hosts announce themselves on the diagnostic listener
/// <c>Microsoft.Extensions.Hosting</c>. Programs that start at the same time are told apart by their flow of execution.
/// </summary>
internal sealed class ProgramHost : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<ProgramHost?> Current = new();

    private readonly TaskCompletionSource<IHost> built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<IServiceCollection> replace;

    private ProgramHost(Action<IServiceCollection> replace) => this.replace = replace;

    /// <summary>The running program and its started host.</summary>
    public static async Task<(Task Program, IHost Host)> Run(Assembly assembly, string[] args, Action<IServiceCollection> replace)
    {
        var catcher = new ProgramHost(replace);
        using var subscription = DiagnosticListener.AllListeners.Subscribe(catcher);
        var program = Task.Factory.StartNew(() => catcher.Enter(assembly, args), TaskCreationOptions.LongRunning);

        if (await Task.WhenAny(program, catcher.built.Task) == program)
            await program;
        var host = await catcher.built.Task;

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        if (await Task.WhenAny(program, started.Task) == program)
            await program;
        return (program, host);
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (Current.Value == this && value.Name == "Microsoft.Extensions.Hosting")
            value.Subscribe(this);
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (Current.Value != this)
            return;
        if (value is { Key: "HostBuilding", Value: IHostBuilder builder })
            builder.ConfigureServices(replace);
        if (value is { Key: "HostBuilt", Value: IHost host })
            built.TrySetResult(host);
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private void Enter(Assembly assembly, string[] args)
    {
        Current.Value = this;
        try
        {
            var exitCode = assembly.EntryPoint!.Invoke(null, [args]);
            if (exitCode is not (null or 0))
                throw new InvalidOperationException($"{assembly.GetName().Name} ended with exit code {exitCode}.");
            built.TrySetException(new InvalidOperationException($"{assembly.GetName().Name} ended without a host."));
        }
        catch (TargetInvocationException failure)
        {
            ExceptionDispatchInfo.Throw(failure.InnerException!);
        }
    }
}
