using SocialPolicy.Backups.Form;
using SocialPolicy.Backups.Taking;

namespace SocialPolicy.Cli.UnitTests.Keeping;

/// <summary>Of the secrets that a backup takes along.</summary>
public sealed class LeavingSessionsOut : IDisposable
{
    private readonly DirectoryInfo root = System.IO.Directory.CreateTempSubdirectory("secrets-");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task Takes_every_account_and_nobodys_sign_in()
    {
        foreach (var file in (string[])["postgres-password", "tokens/officers.json", "tokens/second-factors.json", "tokens/keys/a.json", "tokens/sessions/b.json", "tokens/officers.json.new"])
        {
            var path = Path.Combine(root.FullName, "from", file);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file);
        }

        var to = Path.Combine(root.FullName, "to");
        await PrivateFiles.CopyFolder(Path.Combine(root.FullName, "from"), to, BackupTaker.OfTheMoment, CancellationToken.None);

        var files = System.IO.Directory.GetFiles(to, "*", SearchOption.AllDirectories);
        files.Select(file => Path.GetRelativePath(to, file)).ShouldBe(["postgres-password", "tokens/officers.json", "tokens/second-factors.json", "tokens/keys/a.json"], ignoreOrder: true);
        foreach (var file in files)
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
