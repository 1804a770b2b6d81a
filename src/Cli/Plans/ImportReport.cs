using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialPolicy.Cli.Plans;

/// <summary>What became of one file: the plan it is, or why it is none.</summary>
/// <param name="File">Its path, as it was found.</param>
/// <param name="Sha256">Of its bytes: the same bytes are the same plan, wherever they lie.</param>
/// <param name="Plan">plans/ID; null when it was refused.</param>
/// <param name="Refused">The reason; null when it was taken in.</param>
/// <param name="Message">What is wrong, for people.</param>
internal sealed record ImportedFile(string File, string Sha256, string? Plan, string? Refused, string? Message);

/// <summary>
/// A report of an import, one line of JSON a file, each written as soon as its file is done. An import that broke off goes on where it
/// was: what the report says was taken in is not sent again; what was refused is, for the document or the program may be another now.
/// </summary>
internal sealed class ImportReport : IDisposable
{
    private static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, ImportedFile> done = new(StringComparer.Ordinal);
    private readonly StreamWriter? writer;

    private ImportReport(StreamWriter? writer) => this.writer = writer;

    /// <summary>Goes on with the report at the path; without one nothing is written and nothing is left out.</summary>
    /// <exception cref="IOException">The file is no such report, or cannot be written.</exception>
    public static ImportReport Open(FileInfo? file)
    {
        if (file is null)
            return new(null);
        // A line without its end was cut off when the import was: its file is done again.
        var said = File.Exists(file.FullName) ? File.ReadAllText(file.FullName) : "";
        var whole = said[..(said.LastIndexOf('\n') + 1)];
        var output = new FileStream(file.FullName, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        var report = new ImportReport(new StreamWriter(output) { AutoFlush = true });
        try
        {
            foreach (var line in whole.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                report.Take(JsonSerializer.Deserialize<ImportedFile>(line, Line)!);
            // One cut off in its very first line begins as a line does.
            if (whole.Length == 0 && said.Length > 0 && !said.StartsWith("{\"file\"", StringComparison.Ordinal))
                throw NoReport(file);
            output.SetLength(Encoding.UTF8.GetByteCount(whole));
            output.Seek(0, SeekOrigin.End);
            return report;
        }
        catch (JsonException)
        {
            report.Dispose();
            throw NoReport(file);
        }
        catch
        {
            report.Dispose();
            throw;
        }
    }

    /// <summary>What an earlier run made of the same bytes; null when they are still to be sent.</summary>
    public ImportedFile? Known(byte[] bytes) => done.GetValueOrDefault(HashOf(bytes)) is { Plan: not null } known ? known : null;

    /// <summary>Writes what became of a file.</summary>
    public ImportedFile Add(FileInfo file, byte[] bytes, string? plan, string? refused = null, string? message = null)
    {
        var line = new ImportedFile(file.FullName, HashOf(bytes), plan, refused, message);
        writer?.WriteLine(JsonSerializer.Serialize(line, Line));
        Take(line);
        return line;
    }

    public void Dispose() => writer?.Dispose();

    private static IOException NoReport(FileInfo file) => new($"{file.FullName} is no report of an import; name another file.");

    private void Take(ImportedFile line) => done[line.Sha256] = line;

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
