using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace SocialPolicy.ServiceDefaults.FunctionalTests;

/// <summary>An HTTP/2 connection whose frames a test writes by hand (RFC 9113). It reads nothing unless told to.</summary>
internal sealed class RawConnection : IDisposable
{
    public const byte Data = 0;
    public const byte Headers = 1;
    public const byte Priority = 2;
    public const byte Reset = 3;
    public const byte Settings = 4;
    public const byte Ping = 6;
    public const byte WindowUpdate = 8;
    public const byte Continuation = 9;
    public const byte EndHeaders = 4;

    private readonly Socket socket;

    private RawConnection(Socket socket) => this.socket = socket;

    /// <summary>Connects and says hello.</summary>
    public static async Task<RawConnection> Open(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var connection = new RawConnection(socket);
        await connection.Send([.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(Settings, 0, 0, [])]);
        return connection;
    }

    public static byte[] Frame(byte kind, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame, ((uint)payload.Length << 8) | kind);
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, 9);
        return frame;
    }

    /// <summary>A call's headers, in HPACK without a table: POST, http, path, authority, content-type, te.</summary>
    public static byte[] CallOf(string path) =>
    [
        0x83, 0x86, 0x04, .. Text(path), 0x01, .. Text("localhost"), 0x0f, 0x10, .. Text("application/grpc"), 0x00, .. Text("te"), .. Text("trailers"),
    ];

    /// <summary>A header that no table holds.</summary>
    public static byte[] Header(string name, string value) => [0x00, .. Text(name), .. Text(value)];

    /// <summary>False when the other side has closed it.</summary>
    public async Task<bool> Send(byte[] bytes)
    {
        try
        {
            for (var sent = 0; sent < bytes.Length;)
                sent += await socket.SendAsync(bytes.AsMemory(sent));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Reads until the other side closes. Throws <see cref="TimeoutException"/> when it does not.</summary>
    public async Task Closed(TimeSpan patience)
    {
        var buffer = new byte[64 << 10];
        using var late = new CancellationTokenSource(patience);
        try
        {
            while (await socket.ReceiveAsync(buffer, late.Token) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // Reset: closed as well.
        }
        catch (OperationCanceledException open)
        {
            throw new TimeoutException("The connection is still open.", open);
        }
    }

    public void Dispose() => socket.Dispose();

    private static byte[] Text(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];
}
