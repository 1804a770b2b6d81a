using System.Threading.Channels;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>
/// Wakes the relay in the same process after a commit, and deals out slots: each raised one to one worker at a time. Losing a signal
/// costs at most a poll.
/// </summary>
public sealed class OutboxSignal
{
    private readonly Lock gate = new();
    private readonly SortedSet<short> raised = [];
    private readonly HashSet<short> held = [];
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal void Raise(IEnumerable<OutboxRow> rows)
    {
        foreach (var row in rows)
            Raise(row.Slot);
    }

    internal void Raise(short slot)
    {
        lock (gate)
            raised.Add(slot);
        wake.Writer.TryWrite(true);
    }

    /// <summary>All slots that were raised and nobody works on, as soon as there is one. They are the caller's until it gives them back.</summary>
    internal async Task<IReadOnlyList<short>> Take(CancellationToken ct)
    {
        while (true)
        {
            await wake.Reader.ReadAsync(ct);
            lock (gate)
            {
                var free = raised.Except(held).ToList();
                raised.ExceptWith(free);
                held.UnionWith(free);
                if (free.Count > 0)
                    return free;
            }
        }
    }

    /// <summary>Others may work on them again; what was raised meanwhile wakes them.</summary>
    internal void GiveBack(IEnumerable<short> slots)
    {
        lock (gate)
            held.ExceptWith(slots);
        wake.Writer.TryWrite(true);
    }
}
