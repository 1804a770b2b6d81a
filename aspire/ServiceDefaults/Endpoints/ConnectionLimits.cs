using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SocialPolicy.ServiceDefaults.Endpoints;

/// <summary>
/// How much one connection may ask of a service, and all of them together. Kestrel itself ends a connection that opens more streams than
/// it may, or keeps on opening and resetting them; <see cref="FrameGuard"/> ends what else keeps a server busy for nothing.
/// </summary>
internal static class ConnectionLimits
{
    private const int MostConnections = 2_000;
    private const int StreamsOfAConnection = 100;
    private const int LargestFrame = 16 * 1024;

    // A token that lists a hundred agencies has about 6 KiB; all headers of a call fit twice.
    private const int LargestHeader = 16 * 1024;
    private const int AllHeaders = 32 * 1024;
    private const int MostHeaders = 64;

    private static readonly TimeSpan HeadersArriveWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan UnusedConnectionsStay = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AskedWhetherAlive = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AliveWithin = TimeSpan.FromSeconds(20);

    // Of bodies and answers that are no streams of messages; those have a patience of their own.
    private static readonly MinDataRate SlowestBody = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    public static void Set(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = MostConnections;
        limits.MaxRequestHeaderCount = MostHeaders;
        limits.MaxRequestHeadersTotalSize = AllHeaders;
        limits.RequestHeadersTimeout = HeadersArriveWithin;
        limits.KeepAliveTimeout = UnusedConnectionsStay;
        limits.MinRequestBodyDataRate = SlowestBody;
        limits.MinResponseDataRate = SlowestBody;
        limits.Http2.MaxStreamsPerConnection = StreamsOfAConnection;
        limits.Http2.MaxFrameSize = LargestFrame;
        limits.Http2.MaxRequestHeaderFieldSize = LargestHeader;
        limits.Http2.KeepAlivePingDelay = AskedWhetherAlive;
        limits.Http2.KeepAlivePingTimeout = AliveWithin;
    }
}
