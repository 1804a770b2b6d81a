using System.Collections.Concurrent;
using Aspire.Hosting.Processes;

namespace SocialPolicy.Harness;

/// <summary>What happens when the test process ends: servers are killed, then folders removed.</summary>
internal static class Ending
{
    private static readonly ConcurrentQueue<IRunning> Servers = new();
    private static readonly ConcurrentQueue<TestFolder> Folders = new();

    static Ending() => AppDomain.CurrentDomain.ProcessExit += (_, _) => End();

    public static void Of(IRunning server) => Servers.Enqueue(server);

    public static void RemoveAtEnd(TestFolder folder) => Folders.Enqueue(folder);

    private static void End()
    {
        // At the end of a process nothing can be awaited; test servers hold nothing worth an orderly end.
        Parallel.ForEach(Servers, server => server.Kill().GetAwaiter().GetResult());
        foreach (var folder in Folders)
            folder.Dispose();
    }
}
