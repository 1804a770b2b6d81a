using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Processes;

/// <summary>
/// Ports on loopback. They are taken below the range from which the kernel serves outgoing connections, so that
/// nobody's client sits on a port between our choosing it and the server's binding it, or while a server restarts.
/// A server may bind seconds after its port was chosen: until this process ends, a port it gave out is promised, and no
/// other process of this kind gives it out (a name in the kernel's abstract namespace, which dies with who holds it).
/// </summary>
internal static class FreePort
{
    private const int Lowest = 15_000;

    private static readonly Dictionary<int, Socket> Promises = [];

    /// <summary>A port nobody listens on and which is promised to nobody.</summary>
    public static int Next()
    {
        var highest = Math.Max(Lowest + 5_000, FirstEphemeral() - 1);
        while (true)
        {
            var port = Random.Shared.Next(Lowest, highest);
            if (Promise(port) && IsFree(port))
                return port;
        }
    }

    /// <summary>True when the port is free and ours: given out by this process before, or promised to nobody until now.</summary>
    public static bool Keep(int port) => IsFree(port) && (Promise(port) || IsOurs(port));

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

    private static bool Promise(int port)
    {
        lock (Promises)
        {
            if (Promises.ContainsKey(port))
                return false;
            var promise = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            try
            {
                promise.Bind(new UnixDomainSocketEndPoint($"\0processhost/port/{port}"));
                Promises.Add(port, promise);
                return true;
            }
            catch (SocketException)
            {
                promise.Dispose();
                return false;
            }
        }
    }

    private static bool IsOurs(int port)
    {
        lock (Promises)
            return Promises.ContainsKey(port);
    }

    private static int FirstEphemeral()
    {
        const string range = "/proc/sys/net/ipv4/ip_local_port_range";
        return File.Exists(range) ? int.Parse(File.ReadAllText(range).Split()[0], CultureInfo.InvariantCulture) : 32_768;
    }
}
