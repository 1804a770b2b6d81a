using System.Threading.Channels;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>Wakes the relay in the same process after a commit. Losing one costs at most a poll.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool>[] slots =
        [.. Enumerable.Range(0, Topology.Slots).Select(_ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }))];

    internal void Raise(IEnumerable<OutboxRow> rows)
    {
        foreach (var row in rows)
            Raise(row.Slot);
    }

    internal void Raise(int slot) => slots[slot].Writer.TryWrite(true);

    internal ValueTask<bool> Wait(int slot, CancellationToken ct) => slots[slot].Reader.ReadAsync(ct);
}
