using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Processes;

internal static class OpenPort
{
    /// <summary>Null when something takes connections on this port of the machine, else why not.</summary>
    public static async Task<string?> Problem(int port, CancellationToken ct)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, ct);
            return null;
        }
        catch (SocketException e)
        {
            return e.Message;
        }
    }
}
