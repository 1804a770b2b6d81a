using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Documents.Pdf;

/// <summary>
/// One of poppler's programs, in a process of its own: a hostile file can break that one only, which is ended with the time or
/// the output it may take.
/// </summary>
/// <param name="name">Name or path.</param>
/// <param name="before">Arguments that come before those of a run.</param>
internal sealed class PopplerProgram(string name, params string[] before)
{
    private const int MostComplaints = 8192;
    private const int MayNotBeCopied = 3;

    /// <summary>The program with so many bytes of memory and no more, as util-linux's <c>prlimit</c> sees to; it fails for want of more.</summary>
    public static PopplerProgram Within(long memory, string name) =>
        new("prlimit", string.Create(CultureInfo.InvariantCulture, $"--as={memory}"), name);

    /// <summary>Gives it the file, and takes what it writes with <paramref name="take"/>.</summary>
    /// <exception cref="RuleBroken">It is not here, or cannot open or read the file.</exception>
    public async Task<T> Run<T>(
        IReadOnlyList<string> arguments, ReadOnlyMemory<byte> bytes, Func<StreamReader, CancellationToken, Task<T>> take, CancellationToken cancellation)
    {
        using var process = Start(arguments);
        try
        {
            var sent = Send(process, bytes, cancellation);
            var complaints = PdfOutput.Head(process.StandardError, MostComplaints, cancellation);
            var taken = await take(process.StandardOutput, cancellation);
            await sent;
            await process.WaitForExitAsync(cancellation);
            Judge(process.ExitCode, await complaints);
            return taken;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        // It gets none of this process's environment, where connection strings may stand; its complaints are read in English.
        var start = new ProcessStartInfo(name, [.. before, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardErrorEncoding = Encoding.Latin1,
        };
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new RuleBroken([new PdfsAreReadWhereTheirReaderIs(IsThere: false)]);
        }
    }

    private static async Task Send(Process process, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            await using var input = process.StandardInput.BaseStream;
            await input.WriteAsync(bytes, cancellation);
        }
        catch (IOException)
        {
            // It has seen enough and ended: its exit code says the rest.
        }
    }

    private static void Judge(int exitCode, string complaints)
    {
        Check.Rule(new DocumentsAreOpen(exitCode != MayNotBeCopied && !complaints.Contains("Incorrect password", StringComparison.Ordinal)));
        Check.Rule(new DocumentsAreWhole(exitCode == 0));
    }
}
