namespace Aspire.Hosting.Servers;

/// <summary>The last words of a process, for the one line that says why it ended.</summary>
internal sealed class LastLines(int count = 5)
{
    private readonly Queue<string> lines = [];

    public void Add(string line)
    {
        lock (lines)
        {
            if (string.IsNullOrWhiteSpace(line))
                return;
            lines.Enqueue(line.Trim());
            if (lines.Count > count)
                lines.Dequeue();
        }
    }

    public override string ToString()
    {
        lock (lines)
            return lines.Count == 0 ? "it said nothing" : string.Join(" | ", lines);
    }
}
