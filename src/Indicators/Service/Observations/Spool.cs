using System.Text;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>
/// Keeps the rows of a batch as they come: in memory, and beyond a few megabytes in a file that ends with it, so that memory stays
/// bounded however long the batch is, and they can be read again. What is in the file can be read while more comes.
/// </summary>
internal sealed class Spool : IDisposable
{
    private const int MostInMemory = 4 << 20;
    private const int FileBuffer = 1 << 16;

    private readonly TaskCompletionSource isLong = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Stream rows = new MemoryStream();
    private BinaryWriter writer;
    private volatile TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int published;

    public Spool() => writer = WriterOf(rows);

    [Flags]
    private enum Has : byte
    {
        Nothing = 0,
        Estimate = 1,
        Official = 2,
        Value = 4,
        Numerator = 8,
        Denominator = 16,
        Judgement = 32,
        Achieved = 64,
        Note = 128,
    }

    /// <summary>Rows so far.</summary>
    public int Count { get; private set; }

    public void Add(in JudgedRow row)
    {
        var (key, said) = row;
        writer.Write(key.Indicator);
        writer.Write(key.Unit);
        writer.Write(key.Part);
        writer.Write(key.Period.Year);
        writer.Write(key.Period.Number);
        writer.Write((byte)Marks(row));
        WriteAny(said.Value);
        WriteAny(said.Numerator);
        WriteAny(said.Denominator);
        if (said.Note.Length > 0)
            writer.Write(said.Note);
        Count++;
        if (rows is MemoryStream && rows.Length > MostInMemory)
            MoveToFile();
    }

    /// <summary>Done when the rows are too many for memory.</summary>
    public Task IsLong => isLong.Task;

    /// <summary>Lets those who follow have what was added.</summary>
    public void Publish()
    {
        writer.Flush();
        rows.Flush();
        published = Count;
        Interlocked.Exchange(ref more, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>All rows, in their order, as often as asked for; those of a file also while more are coming.</summary>
    /// <param name="coming">Ends when no more come; its failure is the reader's.</param>
    public async IAsyncEnumerable<JudgedRow> Read(Task coming)
    {
        await using var source = Open();
        using var reader = new BinaryReader(source, Encoding.UTF8, leaveOpen: true);
        for (var row = 0; ; row++)
        {
            while (row == published)
            {
                var news = more.Task;
                if (row < published)
                    break;
                await Task.WhenAny(news, coming);
                if (!coming.IsCompleted)
                    continue;
                await coming;
                if (row == published)
                    yield break;
            }

            yield return Read(reader);
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        rows.Dispose();
    }

    private Stream Open() => rows switch
    {
        FileStream file => new FileStream(file.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileBuffer),
        MemoryStream memory => new MemoryStream(memory.GetBuffer(), 0, (int)memory.Length, writable: false),
        _ => throw new InvalidOperationException("A spool is in memory or in a file."),
    };

    private static BinaryWriter WriterOf(Stream stream) => new(stream, Encoding.UTF8, leaveOpen: true);

    private static JudgedRow Read(BinaryReader reader)
    {
        var (indicator, unit, part) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var period = new ObservedPeriod(reader.ReadInt16(), reader.ReadInt16());
        var marks = (Has)reader.ReadByte();
        var said = new Measurement(
            marks.HasFlag(Has.Value) ? reader.ReadDecimal() : null,
            marks.HasFlag(Has.Numerator) ? reader.ReadDecimal() : null,
            marks.HasFlag(Has.Denominator) ? reader.ReadDecimal() : null,
            marks.HasFlag(Has.Judgement) ? marks.HasFlag(Has.Achieved) : null,
            marks.HasFlag(Has.Official),
            marks.HasFlag(Has.Note) ? reader.ReadString() : "");
        return new(new(indicator, unit, period, part, marks.HasFlag(Has.Estimate)), said);
    }

    private static Has Marks(in JudgedRow row) =>
        (row.Key.Estimate ? Has.Estimate : Has.Nothing)
        | (row.Said.Official ? Has.Official : Has.Nothing)
        | (row.Said.Value is null ? Has.Nothing : Has.Value)
        | (row.Said.Numerator is null ? Has.Nothing : Has.Numerator)
        | (row.Said.Denominator is null ? Has.Nothing : Has.Denominator)
        | (row.Said.Achieved is null ? Has.Nothing : Has.Judgement)
        | (row.Said.Achieved is true ? Has.Achieved : Has.Nothing)
        | (row.Said.Note.Length > 0 ? Has.Note : Has.Nothing);

    private void WriteAny(decimal? number)
    {
        if (number is { } given)
            writer.Write(given);
    }

    private void MoveToFile()
    {
        writer.Flush();
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = FileBuffer,
            Options = FileOptions.DeleteOnClose,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        ((MemoryStream)rows).WriteTo(file);
        file.Flush();
        rows.Dispose();
        writer.Dispose();
        (rows, writer) = (file, WriterOf(file));
        isLong.SetResult();
    }
}
