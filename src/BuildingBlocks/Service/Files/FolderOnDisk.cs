using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SocialPolicy.BuildingBlocks.Service.Files;

/// <summary>
/// A file that was flushed is still lost to a power cut while its name is not on the disk: the name belongs to the folder.
/// .NET opens no folders, so this does.
/// </summary>
internal static partial class FolderOnDisk
{
    private const int ReadOnlyCloseOnExec = 0x80000;

    /// <summary>On return the names in the folder are on the disk. Where the system is not Linux it does nothing.</summary>
    public static void Flush(string path)
    {
        if (!OperatingSystem.IsLinux())
            return;

        using var folder = new SafeFileHandle(open(path, ReadOnlyCloseOnExec), ownsHandle: true);
        if (folder.IsInvalid)
            throw new IOException($"The folder {path} cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}");
        RandomAccess.FlushToDisk(folder);
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);
}
