using System.Runtime.CompilerServices;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>
/// Brings deliveries back into the broker's order. The transport hands every delivery to a task of its own, so they
/// arrive here in any order; the broker numbers those of one channel 1, 2, 3, ... A new channel, after a lost connection,
/// begins anew (the name of the consumer may stay the same): what of the old one still waits for others that never came
/// is abandoned, since the broker delivers it again; so is what comes late from a channel that was left.
/// A channel that closed must be left at once: the transport gives it up, and opens the next, only when nothing of it waits.
/// </summary>
internal sealed class DeliveryOrder<T>(Action<T> abandon)
{
    private readonly Dictionary<ulong, T> early = [];
    private readonly ConditionalWeakTable<object, object?> left = [];
    private object? current;
    private ulong next = 1;

    /// <summary>What can go on now, in order.</summary>
    public IReadOnlyList<T> Add(object channel, ulong number, T item)
    {
        if (left.TryGetValue(channel, out _))
        {
            abandon(item);
            return [];
        }

        if (!ReferenceEquals(current, channel))
            BeginAnew(channel);

        early[number] = item;
        var ready = new List<T>();
        while (early.Remove(next, out var following))
        {
            ready.Add(following);
            next++;
        }

        return ready;
    }

    /// <summary>Nothing comes of this channel any more.</summary>
    public void Leave(object channel)
    {
        left.AddOrUpdate(channel, null);
        if (ReferenceEquals(current, channel))
            AbandonEarly();
    }

    private void BeginAnew(object channel)
    {
        AbandonEarly();
        if (current is not null)
            left.AddOrUpdate(current, null);
        (current, next) = (channel, 1);
    }

    private void AbandonEarly()
    {
        foreach (var waiting in early.Values)
            abandon(waiting);
        early.Clear();
    }
}
