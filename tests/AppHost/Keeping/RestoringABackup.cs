using Aspire.Hosting.Data;
using Aspire.Hosting.Processes;
using SocialPolicy.Backups;
using SocialPolicy.Backups.Checking;
using SocialPolicy.Backups.Form;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.AppHost.Tests.Keeping;

public sealed class RestoringABackup(SmallInstallation small) : IClassFixture<SmallInstallation>
{
    private const UnixFileMode OwnerReads = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task Brings_every_row_and_every_file_back_that_only_its_owner_may_read()
    {
        var data = small.At("restored");

        var restored = await new Installation(data, small.Store).Restore(small.Backup, replace: false, CancellationToken.None);

        restored.PutAside.ShouldBeNull();
        DatabaseContent.Difference(small.Contents, await SmallInstallation.OnServer(data, server => Contents.Of(server, CancellationToken.None))).ShouldBeNull();
        File.ReadAllText(Path.Combine(data, "files/planregistry/ab/cd/abcd")).ShouldBe("the original document");
        Directory.Exists(Path.Combine(data, "files/planregistry/incoming")).ShouldBeFalse();
        File.GetUnixFileMode(Path.Combine(data, "secrets/tokens/keys/key-1.json")).ShouldBe(OwnerReads);
        Directory.Exists($"{data}.restoring").ShouldBeFalse();
    }

    [Fact]
    public async Task Finds_what_it_says_of_itself()
    {
        small.Manifest.Databases.Single().Tables.Select(table => (table.Name, table.Rows)).ShouldBe([("public.parts_2026", 2), ("public.plans", 5000)]);
        DatabaseContent.Difference(small.Manifest.Databases, small.Contents).ShouldBeNull();

        (await Installation.Verify(small.Backup, small.At(""), CancellationToken.None)).Moment.ShouldBe(small.Manifest.Moment);
        Directory.EnumerateDirectories(small.At(""), Trial.Folders).ShouldBeEmpty();
    }

    [Fact]
    public void Names_originals_that_were_lost_before() => small.Manifest.DamagedOriginals.ShouldBe(["files/planregistry/ab/cd/abcd"]);

    [Fact]
    public void Is_of_files_that_only_their_owner_reads()
    {
        foreach (var file in Directory.EnumerateFiles(small.Backup.Path, "*", SearchOption.AllDirectories))
            File.GetUnixFileMode(file).ShouldBe(OwnerReads, file);
        foreach (var folder in Directory.EnumerateDirectories(small.Backup.Path, "*", SearchOption.AllDirectories).Append(small.Backup.Path))
            File.GetUnixFileMode(folder).ShouldBe(OwnerReads | UnixFileMode.UserExecute, folder);
    }

    [Fact]
    public async Task Names_the_file_of_which_one_byte_was_changed()
    {
        foreach (var file in Directory.EnumerateFiles(small.Backup.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(small.Backup.Path, file)).ToList())
        {
            var spoilt = await small.Copied();
            await using (var stream = File.Open(Path.Combine(spoilt.Path, file), FileMode.Open))
            {
                stream.Position = stream.Length / 2;
                var there = stream.ReadByte();
                stream.Position--;
                stream.WriteByte((byte)(there ^ 1));
            }

            var refused = await Refused(spoilt);
            refused.Reason.ShouldBeOneOf(file == "SHA256SUMS" ? ["BACKUP_DAMAGED", "BACKUP_INCOMPLETE"] : ["BACKUP_DAMAGED"]);
            if (file != "SHA256SUMS")
                refused.Message.ShouldContain(file);
        }
    }

    [Theory]
    [InlineData("base/pg_wal.tar.gz")]
    [InlineData("secrets/postgres-password")]
    [InlineData("backup.json")]
    [InlineData("SHA256SUMS")]
    public async Task Names_the_file_that_is_missing(string file)
    {
        var spoilt = await small.Copied();
        File.Delete(Path.Combine(spoilt.Path, file));

        var refused = await Refused(spoilt);

        refused.Reason.ShouldBe("BACKUP_INCOMPLETE");
        refused.Message.ShouldContain(file);
    }

    [Fact]
    public async Task Names_a_file_that_was_added()
    {
        var spoilt = await small.Copied();
        File.WriteAllText(Path.Combine(spoilt.Secrets, "another"), "x");
        (await Refused(spoilt)).Message.ShouldContain("secrets/another");
    }

    [Fact]
    public async Task Refuses_rows_that_are_not_those_that_were_backed_up()
    {
        var forged = await small.Copied();
        var table = small.Manifest.Databases[0].Tables[1];
        await Seal(forged, small.Manifest with { Databases = [small.Manifest.Databases[0] with { Tables = [small.Manifest.Databases[0].Tables[0], table with { Digest = "7" }] }] });

        var refused = await Refused(forged);

        refused.Reason.ShouldBe("BACKUP_NOT_THE_SAME");
        refused.Message.ShouldContain("planregistry.public.plans");
    }

    [Theory]
    [InlineData(Manifest.Known + 1, "planregistry/0001_plans.sql", "format 2")]
    [InlineData(Manifest.Known, "planregistry/9999_tomorrow.sql", "planregistry/9999_tomorrow.sql")]
    public async Task Leaves_what_a_newer_version_made_to_that_version(int format, string migration, string named)
    {
        var newer = await small.Copied();
        await Seal(newer, small.Manifest with { Format = format, Databases = [small.Manifest.Databases[0] with { Schema = ["ground/0001_ground.sql", migration] }] });

        var refused = await Refused(newer);

        refused.Reason.ShouldBe("BACKUP_NEWER");
        refused.Message.ShouldContain(named);
    }

    [Fact]
    public async Task Leaves_alone_a_folder_that_is_in_use_or_holds_something()
    {
        var data = small.At("taken");
        using (new DataFolder(data).Take())
            (await Refused(small.Backup, data)).Reason.ShouldBe("DATA_FOLDER_IN_USE");

        File.WriteAllText(Path.Combine(data, "secrets", "kept"), "mine");
        (await Refused(small.Backup, data)).Reason.ShouldBe("DATA_FOLDER_NOT_EMPTY");

        var restored = await new Installation(data, small.Store).Restore(small.Backup, replace: true, CancellationToken.None);
        File.ReadAllText(Path.Combine(restored.PutAside!, "secrets", "kept")).ShouldBe("mine");
        File.Exists(Path.Combine(data, "secrets", "kept")).ShouldBeFalse();
    }

    [Fact]
    public async Task Leaves_nothing_half_done_when_it_is_broken_off()
    {
        var data = small.At("broken-off");
        using (new DataFolder(data).Take())
            File.WriteAllText(Path.Combine(data, "secrets", "kept"), "mine");
        using var soon = new CancellationTokenSource();
        var restoring = new Installation(data, small.Store).Restore(small.Backup, replace: true, soon.Token);
        await Harness.Eventually.Holds(() => Directory.Exists($"{data}.restoring/postgres/data/base") || restoring.IsCompleted);
        await soon.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => restoring);

        File.ReadAllText(Path.Combine(data, "secrets", "kept")).ShouldBe("mine");
        Directory.Exists(Path.Combine(data, "postgres")).ShouldBeFalse();

        await new Installation(data, small.Store).Restore(small.Backup, replace: true, CancellationToken.None);
        DatabaseContent.Difference(small.Contents, await SmallInstallation.OnServer(data, server => Contents.Of(server, CancellationToken.None))).ShouldBeNull();
    }

    [Fact]
    public async Task Has_changed_nothing_when_it_is_killed_and_can_be_begun_again()
    {
        var data = small.At("killed");
        using (new DataFolder(data).Take())
            File.WriteAllText(Path.Combine(data, "secrets", "kept"), "mine");
        string[] command = ["exec", FullSystem.Repository.Spp, "restore", small.Backup.Path, "--data", data, "--replace"];
        var killed = await ChildProcess.Start(new Launch("dotnet", command));
        await Harness.Eventually.Holds(() => File.Exists($"{data}.restoring/postgres/data/PG_VERSION") || killed.Exited.IsCompleted);
        await killed.Kill();

        File.ReadAllText(Path.Combine(data, "secrets", "kept")).ShouldBe("mine");
        Directory.Exists(Path.Combine(data, "postgres")).ShouldBeFalse();
        var again = await FullSystem.Command.Run("dotnet", command);
        again.ExitCode.ShouldBe(0, again.ToString());
        again.Output.ShouldContain("announcements go out again");
        DatabaseContent.Difference(small.Contents, await SmallInstallation.OnServer(data, server => Contents.Of(server, CancellationToken.None))).ShouldBeNull();
        Directory.Exists($"{data}.restoring").ShouldBeFalse();
    }

    [Fact]
    public async Task Keeps_what_was_replaced_by_one_that_was_killed_in_the_last_moment()
    {
        var data = small.At("changed-places");
        Directory.CreateDirectory($"{data}.restoring/secrets");
        File.WriteAllText($"{data}.restoring/secrets/kept", "mine");

        await new Installation(data, small.Store).Restore(small.Backup, replace: false, CancellationToken.None);

        var aside = Directory.EnumerateDirectories(small.At(""), "changed-places.replaced-*").ShouldHaveSingleItem();
        File.ReadAllText(Path.Combine(aside, "secrets/kept")).ShouldBe("mine");
        File.Exists(Path.Combine(data, "run/unfinished")).ShouldBeFalse();
    }

    // The new sums make it whole again: what it holds has to be looked at.
    private static async Task Seal(BackupFolder backup, Manifest manifest)
    {
        File.Delete(Path.Combine(backup.Path, "backup.json"));
        File.Delete(Path.Combine(backup.Path, "SHA256SUMS"));
        await backup.Seal(manifest, CancellationToken.None);
    }

    private async Task<IRule> Refused(BackupFolder backup, string? data = null)
    {
        var target = data ?? small.At($"refused-{Guid.CreateVersion7():N}");
        var refused = await Should.ThrowAsync<RuleBroken>(() => new Installation(target, small.Store).Restore(backup, replace: false, CancellationToken.None));
        if (data is null)
            Directory.Exists(target).ShouldBeFalse();
        return refused.First;
    }
}
