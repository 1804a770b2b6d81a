using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Processes;

/// <summary>
/// Ports on loopback. They are taken below the range from which the kernel serves outgoing connections, so that
/// nobody's client sits on a port between our choosing it and the server's binding it, or while a server restarts.
/// </summary>
internal static class FreePort
{
    private const int Lowest = 15_000;

    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>A port nobody listens on and which this process has not given out before.</summary>
    public static int Next()
    {
        var highest = Math.Max(Lowest + 5_000, FirstEphemeral() - 1);
        while (true)
        {
            var port = Random.Shared.Next(Lowest, highest);
            if (Given.TryAdd(port, true) && IsFree(port))
                return port;
        }
    }

    /// <summary>True when we could listen there now.</summary>
    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen(1);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FirstEphemeral()
    {
        const string range = "/proc/sys/net/ipv4/ip_local_port_range";
        return File.Exists(range) ? int.Parse(File.ReadAllText(range).Split()[0], CultureInfo.InvariantCulture) : 32_768;
    }
}
