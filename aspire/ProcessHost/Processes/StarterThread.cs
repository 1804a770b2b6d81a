using System.Collections.Concurrent;

namespace Aspire.Hosting.Processes;

/// <summary>
/// The one thread that starts children. The parent-death signal is tied to the thread that forked, not to the
/// process: started from a pool thread, a child would be killed when the pool retires that thread.
/// </summary>
internal static class StarterThread
{
    private static readonly BlockingCollection<Action> Work = [];

    static StarterThread() => new Thread(Loop) { IsBackground = true, Name = "starter of children" }.Start();

    public static Task<T> Run<T>(Func<T> start)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                done.SetResult(start());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    private static void Loop()
    {
        foreach (var start in Work.GetConsumingEnumerable())
            start();
    }
}
