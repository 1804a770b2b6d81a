using Aspire.Hosting.Processes;
using Aspire.Hosting.Running;
using SocialPolicy.AppHost.Tests.FullSystem;

namespace SocialPolicy.AppHost.Tests.Faults;

/// <summary>A process that is killed as a power cut would: kill -9, by its number.</summary>
/// <param name="Resource">As the AppHost names it.</param>
internal sealed record Victim(string Resource)
{
    /// <summary>Those that publishing a plan needs.</summary>
    public static IReadOnlyList<Victim> All { get; } = [new("planregistry"), new("rabbitmq"), new("postgres"), new("indicators")];

    /// <summary>Those that the whole story needs.</summary>
    public static IReadOnlyList<Victim> OfTheStory { get; } = [.. All, new("reporting"), new("notifications")];

    /// <summary>The process that does the work. The broker's is below the shell script that started it.</summary>
    public ProcessIdentity Find(Platform platform)
    {
        var started = platform[Resource].Pid ?? throw new InvalidOperationException($"{Resource} does not run.");
        var tree = ProcessTable.Tree(started);
        return Resource is "rabbitmq" ? tree.First(process => Name(process) is "beam.smp") : tree[0];
    }

    public void Kill(ProcessIdentity process)
    {
        if (!ProcessTable.IsAlive(process) || !Native.Signal(process.Pid, Native.SigKill))
            throw new InvalidOperationException($"{Resource} had ended before it was killed.");
    }

    /// <summary>
    /// What is wanting until it was started again and everything is well; null when that is so. The host lets what crashes again and again wait longer each time, as it
    /// should; an operator who knows why presses start.
    /// </summary>
    public async Task<string?> WhatIsWanting(Platform platform, int restartsBefore)
    {
        if (platform[Resource].State == States.CrashLoop)
            await platform.Order(Resource, "start");
        return platform[Resource].Restarts <= restartsBefore ? $"{Resource} was not started again" : platform.WhatIsUnwell();
    }

    private static string Name(ProcessIdentity process) => File.ReadAllText($"/proc/{process.Pid}/comm").Trim();
}
