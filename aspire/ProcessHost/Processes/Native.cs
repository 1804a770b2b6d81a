using System.Runtime.InteropServices;

namespace Aspire.Hosting.Processes;

/// <summary>The few calls of the C library that .NET does not offer.</summary>
internal static partial class Native
{
    public const int SigInt = 2;
    public const int SigKill = 9;
    public const int SigTerm = 15;

    /// <summary>True when we are root: servers are then started as their own user.</summary>
    public static bool IsRoot { get; } = geteuid() == 0;

    /// <summary>Sends a signal; a negative pid means the process group. False when nobody was there to receive it.</summary>
    public static bool Signal(int pid, int signal) => kill(pid, signal) == 0;

    public static void ChangeOwner(string path, UserAccount user)
    {
        if (chown(path, user.Uid, user.Gid) != 0)
            throw new IOException($"chown {path} to {user.Name}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [LibraryImport("libc")]
    private static partial uint geteuid();

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int pid, int signal);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int chown(string path, uint owner, uint group);
}
