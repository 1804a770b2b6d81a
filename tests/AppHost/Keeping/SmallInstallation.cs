using System.Security.Cryptography;
using Aspire.Hosting.Data;
using Aspire.Hosting.Servers;
using Dapper;
using Npgsql;
using SocialPolicy.Backups;
using SocialPolicy.Backups.Form;
using SocialPolicy.Harness;

namespace SocialPolicy.AppHost.Tests.Keeping;

/// <summary>A stopped installation of one database, a file and its secrets, with one backup of it.</summary>
public sealed class SmallInstallation : IAsyncLifetime
{
    private const string Password = "postgres-password-of-a-test";

    private static readonly string Original = Convert.ToHexStringLower(SHA256.HashData("the other document"u8));

    private readonly TestFolder folder = TestFolder.Create();

    internal string Data => At("data");

    internal BackupStore Store => new(At("backups"));

    internal Installation Installation => new(Data, Store);

    /// <summary>What the database held when it was backed up, read from itself.</summary>
    internal IReadOnlyList<DatabaseContent> Contents { get; private set; } = [];

    internal BackupFolder Backup { get; private set; } = null!;

    internal Manifest Manifest { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        using (new DataFolder(Data).Take())
        {
            Write("secrets/postgres-password", Password);
            Write("secrets/tokens/keys/key-1.json", "{}");
            Write("files/planregistry/ab/cd/abcd", "the original document");
            Write($"files/planregistry/{Original[..2]}/{Original[2..4]}/{Original}", "the other document");
            Write("files/planregistry/incoming/half", "what was still arriving");
            Contents = await OnServer(Data, Fill);
        }

        (Backup, Manifest) = await Installation.Take(CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    internal string At(string name) => Path.Combine(folder.Path, name);

    /// <summary>A backup of its own to be spoilt.</summary>
    internal async Task<BackupFolder> Copied()
    {
        var copy = At($"copy-{Guid.CreateVersion7():N}");
        await PrivateFiles.CopyFolder(Backup.Path, copy, PrivateFiles.None, CancellationToken.None);
        return new(copy);
    }

    internal static async Task<T> OnServer<T>(string data, Func<string, Task<T>> act)
    {
        var server = await PostgreSqlServer.Start(Path.Combine(data, "postgres"), null, Password, CancellationToken.None);
        try
        {
            return await act($"{server.ConnectionString};Pooling=false;Timezone=UTC");
        }
        finally
        {
            await server.Stop();
        }
    }

    private static async Task<IReadOnlyList<DatabaseContent>> Fill(string server)
    {
        await using (var connection = new NpgsqlConnection(server))
            await connection.ExecuteAsync("create database planregistry");
        await using (var connection = new NpgsqlConnection(SocialPolicy.Backups.Checking.Contents.To(server, "planregistry")))
        {
            await connection.ExecuteAsync("""
                create table plans (id int primary key, title text, at timestamptz, share numeric, paper bytea);
                insert into plans select n, 'Kế hoạch số ' || n, timestamptz '2026-11-28 02:00+07' + n * interval '1 minute', n / 7.0, decode(md5(n::text), 'hex') from generate_series(1, 5000) n;
                create table parts (id int, day date) partition by range (day);
                create table parts_2026 partition of parts for values from ('2026-01-01') to ('2027-01-01');
                insert into parts values (1, '2026-11-28'), (1, '2026-11-28');
                """);
        }

        return await SocialPolicy.Backups.Checking.Contents.Of(server, CancellationToken.None);
    }

    private void Write(string name, string content)
    {
        var path = Path.Combine(Data, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
