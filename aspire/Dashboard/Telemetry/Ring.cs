namespace SocialPolicy.Dashboard.Telemetry;

/// <summary>The newest entries, up to a capacity; each further one takes the place of the oldest.</summary>
internal sealed class Ring<T>(int capacity)
{
    private readonly Lock gate = new();
    private readonly List<T> entries = [];
    private int oldest;

    public void Add(IReadOnlyCollection<T> batch)
    {
        lock (gate)
        {
            foreach (var entry in batch)
                Add(entry);
        }
    }

    /// <summary>A copy, oldest first.</summary>
    public T[] ToArray()
    {
        lock (gate)
            return [.. entries[oldest..], .. entries[..oldest]];
    }

    private void Add(T entry)
    {
        if (entries.Count < capacity)
        {
            entries.Add(entry);
            return;
        }

        entries[oldest] = entry;
        oldest = (oldest + 1) % capacity;
    }
}
