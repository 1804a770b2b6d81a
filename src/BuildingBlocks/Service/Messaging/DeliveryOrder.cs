namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>
/// Brings deliveries back into the broker's order. The transport hands every delivery to a task of its own, so they
/// arrive here in any order; the broker numbers those of one consumer 1, 2, 3, ... A new consumer (after a lost
/// connection) begins anew: whatever of the old one has not arrived will be delivered to it again.
/// </summary>
internal sealed class DeliveryOrder<T>
{
    private readonly Dictionary<ulong, T> early = [];
    private string? consumer;
    private ulong next = 1;

    /// <summary>What can go on now, in order.</summary>
    public IReadOnlyList<T> Add(string consumerTag, ulong number, T item)
    {
        if (!string.Equals(consumer, consumerTag, StringComparison.Ordinal))
        {
            early.Clear();
            (consumer, next) = (consumerTag, 1);
        }

        early[number] = item;
        var ready = new List<T>();
        while (early.Remove(next, out var following))
        {
            ready.Add(following);
            next++;
        }

        return ready;
    }
}
