using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Files;

/// <summary>ClamAV's daemon, asked by its command INSTREAM: the file goes to it in pieces, what it found comes back.</summary>
internal sealed partial class VirusScanner(EndPoint address, ILogger<VirusScanner> logger)
{
    private const int PieceSize = 64 * 1024;
    private const int LongestAnswer = 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Asks about a file on the disk.</summary>
    /// <exception cref="RuleBroken">FILE_INFECTED; FILE_NOT_SCANNED when the scanner does not answer, within a minute, or cannot tell.</exception>
    public async Task MustBeClean(string path, CancellationToken ct)
    {
        var answer = await Ask(path, ct);
        if (answer is "stream: OK")
            return;

        var found = answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) ? answer["stream: ".Length..^" FOUND".Length] : null;
        Check.Rule(new FilesAreFreeOfViruses(found));
        LogNotScanned(answer, null);
        throw new RuleBroken([new FilesAreScanned()]);
    }

    /// <summary>The address as <c>Files:Scanner</c> says it: the path of a socket, or host and port.</summary>
    /// <exception cref="InvalidOperationException">It is neither.</exception>
    public static EndPoint Address(string written)
    {
        if (written.StartsWith('/'))
            return new UnixDomainSocketEndPoint(written);
        if (written.LastIndexOf(':') is > 0 and var colon && ushort.TryParse(written.AsSpan(colon + 1), out var port))
            return new DnsEndPoint(written[..colon].Trim('[', ']'), port);
        throw new InvalidOperationException($"Files:Scanner is \"{written}\"; it is the path of clamd's socket, or host:port.");
    }

    private async Task<string> Ask(string path, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var socket = address is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(address, patience.Token);
            await using var line = new NetworkStream(socket);
            await Send(path, line, patience.Token);
            return await Answer(line, patience.Token);
        }
        catch (Exception failure) when (failure is SocketException or IOException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            LogNotScanned(failure.Message, failure);
            throw new RuleBroken([new FilesAreScanned()]);
        }
    }

    private static async Task Send(string path, NetworkStream line, CancellationToken ct)
    {
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var piece = new byte[sizeof(int) + PieceSize];
        for (int read; (read = await file.ReadAsync(piece.AsMemory(sizeof(int)), ct)) > 0;)
        {
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await line.WriteAsync(piece.AsMemory(0, sizeof(int) + read), ct);
        }

        await line.WriteAsync(new byte[sizeof(int)], ct);
    }

    private static async Task<string> Answer(NetworkStream line, CancellationToken ct)
    {
        var answer = new byte[LongestAnswer];
        var length = await line.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The virus scanner did not look at a file: {Reason}")]
    private partial void LogNotScanned(string reason, Exception? failure);
}
