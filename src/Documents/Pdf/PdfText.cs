using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Documents.Pdf;

/// <summary>
/// The text layer of a PDF through poppler's <c>pdftotext</c>, in a process of its own: a hostile file can break that one
/// only, which is ended with the time or the text it may take.
/// </summary>
/// <param name="program">Name or path.</param>
/// <param name="patience">How long one file may take.</param>
internal sealed class PdfText(string program, TimeSpan patience)
{
    private const int MostComplaints = 8192;
    private const string Stdin = "-";
    private const string Stdout = "-";

    public static PdfText Here { get; } = new("pdftotext", TimeSpan.FromSeconds(60));

    public async Task<string> Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var process = Start();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            var sent = Send(process, bytes, limit.Token);
            var complaints = PdfOutput.Head(process.StandardError, MostComplaints, limit.Token);
            var text = await PdfOutput.Whole(process.StandardOutput, limit.Token);
            await sent;
            await process.WaitForExitAsync(limit.Token);
            Judge(process.ExitCode, await complaints);
            return PdfPages.Join(text);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new RuleBroken([new PdfsAreReadInTime(IsRead: false)]);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private Process Start()
    {
        // It gets none of this process's environment, where connection strings may stand; its complaints are read in English.
        var start = new ProcessStartInfo(program, ["-enc", "UTF-8", "-eol", "unix", Stdin, Stdout])
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
        const int MayNotBeCopied = 3;
        Check.Rule(new DocumentsAreOpen(exitCode != MayNotBeCopied && !complaints.Contains("Incorrect password", StringComparison.Ordinal)));
        Check.Rule(new DocumentsAreWhole(exitCode == 0));
    }
}
