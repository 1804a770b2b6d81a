namespace SocialPolicy.ServiceDefaults.Discovery;

/// <summary>The replicas of one service, taken in turn. One that could not be reached rests a while and is then the last to be tried.</summary>
internal sealed class Replicas(IReadOnlyList<Uri> addresses)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly long[] restingSince = new long[addresses.Count];
    private int turn = -1;

    public int Count => addresses.Count;

    public Uri this[int replica] => addresses[replica];

    /// <summary>Every replica once, in the order to try them.</summary>
    public IEnumerable<int> InTurn()
    {
        var first = (int)((uint)Interlocked.Increment(ref turn) % (uint)Count);
        var all = Enumerable.Range(first, Count).Select(replica => replica % Count).ToArray();
        return all.Where(replica => !IsResting(replica)).Concat(all.Where(IsResting)).ToArray();
    }

    public void Reached(int replica) => Volatile.Write(ref restingSince[replica], 0);

    public void Missed(int replica) => Volatile.Write(ref restingSince[replica], TimeProvider.System.GetTimestamp());

    private bool IsResting(int replica)
    {
        var since = Volatile.Read(ref restingSince[replica]);
        return since is not 0 && TimeProvider.System.GetElapsedTime(since) < Rest;
    }
}
