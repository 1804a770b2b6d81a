using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Aspire.Hosting.Processes;
using Xunit;

namespace SocialPolicy.Harness;

/// <summary>ClamAV's daemon with one signature: that of the file by which scanners are tried out.</summary>
public sealed class ClamAv : IAsyncDisposable
{
    public const string Program = "/usr/sbin/clamd";

    // In two halves: whole, it would have this file put away by the scanner of whoever builds.
    private const string FirstHalf = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-";
    private const string SecondHalf = "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private readonly TestFolder folder;
    private readonly ChildProcess process;

    private ClamAv(TestFolder folder, ChildProcess process) => (this.folder, this.process) = (folder, process);

    /// <summary>What every scanner finds.</summary>
    public static byte[] TestVirus => Encoding.ASCII.GetBytes(FirstHalf + SecondHalf);

    /// <summary>The path of its socket.</summary>
    public string Socket => Path.Combine(folder.Path, "clamd.ctl");

    public EndPoint Address => new UnixDomainSocketEndPoint(Socket);

    /// <summary>Starts it and waits until it answers; it looks at no file that is larger.</summary>
    public static async Task<ClamAv> Start(int largestMegabytes = 25)
    {
        var folder = TestFolder.Create();
        var settings = Path.Combine(folder.Path, "clamd.conf");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "test.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Test-File\n");
        await File.WriteAllTextAsync(settings, string.Create(CultureInfo.InvariantCulture, $"""
            Foreground yes
            LocalSocket {folder.Path}/clamd.ctl
            DatabaseDirectory {folder.Path}
            TemporaryDirectory {folder.Path}
            StreamMaxLength {largestMegabytes}M

            """));
        var process = await ChildProcess.Start(new Launch(Program, ["--config-file", settings]));
        var started = new ClamAv(folder, process);
        await Eventually.Holds(() => process.Exited.IsCompleted || started.Answers(), what: "clamd answers");
        return process.Exited.IsCompleted ? throw new InvalidOperationException("clamd ended at once.") : started;
    }

    public async ValueTask DisposeAsync()
    {
        await process.Stop();
        folder.Dispose();
    }

    private bool Answers()
    {
        if (!File.Exists(Socket))
            return false;
        try
        {
            using var line = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            line.Connect(Address);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

/// <summary>Skipped where ClamAV is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClamAvFactAttribute : FactAttribute
{
    public ClamAvFactAttribute() => Skip = File.Exists(ClamAv.Program) ? null : "ClamAV is missing: aspire/prerequisites tests";
}
