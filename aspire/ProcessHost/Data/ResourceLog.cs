using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.Data;

/// <summary>What a resource says: a file that is cut off at 4 MB (one older one is kept), and the last lines for live readers.</summary>
internal sealed class ResourceLog(string path, TimeProvider time) : IDisposable
{
    private const long LargestFile = 4L * 1024 * 1024;
    private const int Remembered = 1000;

    private readonly Lock gate = new();
    private readonly Queue<string> last = new(Remembered);
    private readonly List<Channel<string>> readers = [];
    private StreamWriter? file;

    public void Add(string line)
    {
        var stamped = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {line}");
        lock (gate)
        {
            if (last.Count == Remembered)
                last.Dequeue();
            last.Enqueue(stamped);
            readers.ForEach(reader => reader.Writer.TryWrite(stamped));
            Write(stamped);
        }
    }

    /// <summary>The last lines without their time, for a message about an end.</summary>
    public string LastWords(int count = 3)
    {
        lock (gate)
        {
            var lines = last.Where(line => line.Length > 25).TakeLast(count).Select(line => line[25..].Trim()).ToList();
            return lines.Count == 0 ? "it said nothing" : string.Join(" | ", lines);
        }
    }

    /// <summary>The last lines, then each new one as it comes. A reader that does not keep up loses the oldest.</summary>
    public async IAsyncEnumerable<string> Read(int tail, bool follow, [EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(Remembered) { FullMode = BoundedChannelFullMode.DropOldest });
        List<string> past;
        lock (gate)
        {
            past = [.. last.TakeLast(tail)];
            readers.Add(channel);
        }

        try
        {
            foreach (var line in past)
                yield return line;
            if (!follow)
                yield break;
            await foreach (var line in channel.Reader.ReadAllAsync(ct))
                yield return line;
        }
        finally
        {
            lock (gate)
                readers.Remove(channel);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            file?.Dispose();
            file = null;
            readers.ForEach(reader => reader.Writer.TryComplete());
        }
    }

    // A full disk must not take the host down with the log.
    private void Write(string line)
    {
        try
        {
            file ??= new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };
            file.WriteLine(line);
            if (file.BaseStream.Length <= LargestFile)
                return;
            file.Dispose();
            file = null;
            File.Move(path, path + ".1", overwrite: true);
        }
        catch (IOException)
        {
            file = null;
        }
    }
}
