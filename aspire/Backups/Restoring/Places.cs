using System.Runtime.InteropServices;

namespace SocialPolicy.Backups.Restoring;

/// <summary>Two folders change places in one step: whenever it is broken off, each is whole.</summary>
internal static partial class Places
{
    private const int Here = -100;
    private const uint Exchange = 2;

    public static void Swap(string one, string other)
    {
        if (renameat2(Here, one, Here, other, Exchange) != 0)
            throw new IOException($"{one} and {other} could not change places: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int renameat2(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);
}
