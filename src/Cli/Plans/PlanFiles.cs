using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.Cli.Installation;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Plans;

/// <summary>Plan documents on disk, and how one is sent.</summary>
internal static class PlanFiles
{
    /// <summary>The names of documents, as people are told them.</summary>
    public const string Patterns = "*.txt, *.md, *.html, *.htm, *.docx, *.pdf";

    private const int ChunkSize = 256 * 1024;

    // What Word keeps beside a document that is open begins with "~$".
    private const string OfWord = "~$";

    private static readonly string[] Extensions = [".txt", ".md", ".html", ".htm", ".docx", ".pdf"];

    /// <summary>The documents that the paths name: files as they are, folders with the documents in them, by path.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="below">Also those in folders below.</param>
    public static IReadOnlyList<FileInfo> In(IEnumerable<FileSystemInfo> paths, bool below = false) =>
    [
        .. paths.SelectMany(IEnumerable<FileInfo> (path) => path is DirectoryInfo folder
            ? folder.EnumerateFiles("*", below ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly).Where(IsDocument).OrderBy(file => file.FullName, StringComparer.Ordinal)
            : [new FileInfo(path.FullName)]),
    ];

    public static async Task<Plan> Import(this PlanService.PlanServiceClient plans, FileInfo file, bool validateOnly, CancellationToken cancellation) =>
        await plans.Import(file, await File.ReadAllBytesAsync(file.FullName, cancellation), validateOnly, cancellation);

    /// <summary>The same for bytes that were read before.</summary>
    public static async Task<Plan> Import(this PlanService.PlanServiceClient plans, FileInfo file, byte[] bytes, bool validateOnly, CancellationToken cancellation)
    {
        using var call = plans.ImportPlan(Connection.Call(cancellation));
        try
        {
            await call.RequestStream.WriteAsync(new() { File = Describe(file, bytes, validateOnly) }, cancellation);
            for (var start = 0; start < bytes.Length; start += ChunkSize)
                await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(bytes.AsSpan(start, Math.Min(ChunkSize, bytes.Length - start))) }, cancellation);
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // Refused before everything was sent: the answer below says why.
        }

        return await call.ResponseAsync;
    }

    private static bool IsDocument(FileInfo file) =>
        Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase) && !file.Name.StartsWith(OfWord, StringComparison.Ordinal);

    private static ImportPlanRequest.Types.File Describe(FileInfo file, byte[] bytes, bool validateOnly) => new()
    {
        FileName = file.Name,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        ValidateOnly = validateOnly,
    };
}
