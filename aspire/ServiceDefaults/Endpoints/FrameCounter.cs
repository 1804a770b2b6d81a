using System.Buffers.Binary;

namespace SocialPolicy.ServiceDefaults.Endpoints;

/// <summary>
/// Follows the frames of an HTTP/2 connection (RFC 9113) as its bytes come in, and counts those that make a server work without bringing
/// anything: PING, SETTINGS, PRIORITY, RST_STREAM, CONTINUATION, empty DATA and kinds nobody knows. A client that cancels calls,
/// measures its line or keeps a connection open sends a few a second.
/// </summary>
/// <param name="clock">Real time.</param>
internal sealed class FrameCounter(TimeProvider clock)
{
    /// <summary>Idle frames that a connection may send a second for as long as it likes.</summary>
    public const int PerSecond = 200;

    /// <summary>Idle frames that it may send at once after a rest.</summary>
    public const int AtOnce = 2_000;

    private const int Preface = 24;
    private const int HeaderSize = 9;
    private const byte Data = 0;
    private const byte Headers = 1;
    private const byte WindowUpdate = 8;
    private const byte EndStream = 1;

    private readonly byte[] header = new byte[HeaderSize];
    private int headerRead;
    private long toSkip = Preface;
    private double left = AtOnce;
    private long refilledAt = clock.GetTimestamp();

    /// <summary>Takes what came next; false once there was too much of nothing.</summary>
    public bool Take(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var skipped = (int)Math.Min(toSkip, bytes.Length);
            toSkip -= skipped;
            bytes = bytes[skipped..];

            var read = Math.Min(HeaderSize - headerRead, bytes.Length);
            bytes[..read].CopyTo(header.AsSpan(headerRead));
            bytes = bytes[read..];
            headerRead += read;
            if (headerRead == HeaderSize && !TakeFrame())
                return false;
        }

        return true;
    }

    private bool TakeFrame()
    {
        headerRead = 0;
        toSkip = BinaryPrimitives.ReadUInt32BigEndian(header) >> 8;
        return !IsIdle(header[3], toSkip, header[4]) || Spend();
    }

    private static bool IsIdle(byte kind, long length, byte flags) => kind switch
    {
        Data => length == 0 && (flags & EndStream) == 0,
        Headers or WindowUpdate => false,
        _ => true,
    };

    private bool Spend()
    {
        if (left < 1)
        {
            left = Math.Min(AtOnce, left + (clock.GetElapsedTime(refilledAt).TotalSeconds * PerSecond));
            refilledAt = clock.GetTimestamp();
        }

        return --left >= 0;
    }
}
