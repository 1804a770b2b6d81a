using System.Text;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Servers;

/// <summary>A file that only its owner may read, and never anyone else in between.</summary>
internal static class SecretFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes the file under another name and renames it: a reader sees all of it or none.</summary>
    public static async Task Write(string path, string content, UserAccount? owner, CancellationToken ct)
    {
        var unfinished = path + ".new";
        File.Delete(unfinished);
        await using (var file = new FileStream(unfinished, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        }))
        {
            if (owner is not null)
                Native.ChangeOwner(file, owner);
            await file.WriteAsync(Encoding.UTF8.GetBytes(content), ct);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
