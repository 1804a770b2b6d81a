using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

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

    /// <summary>
    /// Gives the path itself to the user, not what a link there leads to: in a folder that is already theirs they could
    /// have put a link to anything.
    /// </summary>
    public static void ChangeOwner(string path, UserAccount user) => Changed(lchown(path, user.Uid, user.Gid), path, user);

    /// <summary>Gives the open file to the user, whatever stands under its name by now.</summary>
    public static void ChangeOwner(FileStream file, UserAccount user) => Changed(fchown(file.SafeFileHandle, user.Uid, user.Gid), file.Name, user);

    /// <summary>The path without links; null when nothing is there.</summary>
    public static unsafe string? RealPath(string path)
    {
        var resolved = realpath(path, 0);
        try
        {
            return Marshal.PtrToStringUTF8(resolved);
        }
        finally
        {
            NativeMemory.Free((void*)resolved);
        }
    }

    private static void Changed(int result, string path, UserAccount user)
    {
        if (result != 0)
            throw new IOException($"chown {path} to {user.Name}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [LibraryImport("libc")]
    private static partial uint geteuid();

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int pid, int signal);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int lchown(string path, uint owner, uint group);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fchown(SafeFileHandle file, uint owner, uint group);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint realpath(string path, nint resolved);
}
