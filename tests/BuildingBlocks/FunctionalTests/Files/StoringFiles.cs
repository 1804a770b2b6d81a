using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using SocialPolicy.BuildingBlocks.Service.Files;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Files;

public sealed class StoringFiles : IDisposable
{
    private readonly TestFolder folder = TestFolder.Create();
    private readonly FileStore store;

    public StoringFiles() => store = new FileStore(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Gives_back_the_same_bytes_under_their_sha256()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var name = await store.Put(new MemoryStream(bytes), CancellationToken.None);

        name.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        await using var stored = await store.Open(name, CancellationToken.None);
        var read = new MemoryStream();
        await stored.CopyToAsync(read);
        read.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public async Task Keeps_one_file_of_many_that_are_the_same_even_at_once()
    {
        var bytes = RandomNumberGenerator.GetBytes(10_000);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.Put(new MemoryStream(bytes), CancellationToken.None)));

        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Notices_when_the_disk_changed_what_was_stored()
    {
        var name = await store.Put(new MemoryStream([1, 2, 3]), CancellationToken.None);
        var file = Directory.GetFiles(folder.Path, name, SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(file, [1, 2, 4]);

        await Should.ThrowAsync<InvalidDataException>(() => store.Open(name, CancellationToken.None));
    }

    [Fact]
    public async Task Leaves_nothing_of_a_stream_that_broke_off()
    {
        await Should.ThrowAsync<IOException>(() => store.Put(new Broken(), CancellationToken.None));

        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Clears_what_a_crash_left_of_an_upload_a_day_ago_and_nothing_younger()
    {
        var incoming = Directory.CreateDirectory(Path.Combine(folder.Path, "incoming")).FullName;
        var (left, arriving) = (Path.Combine(incoming, "left"), Path.Combine(incoming, "arriving"));
        foreach (var file in (string[])[left, arriving])
            await File.WriteAllBytesAsync(file, [1, 2, 3]);
        File.SetLastWriteTimeUtc(left, File.GetLastWriteTimeUtc(arriving).AddHours(-25));
        File.SetLastWriteTimeUtc(arriving, File.GetLastWriteTimeUtc(arriving).AddHours(-23));

        await new AbandonedUploads(folder.Path, NullLogger<AbandonedUploads>.Instance).StartAsync(CancellationToken.None);

        Directory.GetFiles(incoming).ShouldBe([arriving]);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("ABCD")]
    public Task Takes_no_other_name_than_a_sha256(string name) =>
        Should.ThrowAsync<ArgumentException>(() => store.Open(name, CancellationToken.None));

    [Fact]
    public Task Says_that_nothing_is_stored_under_a_name() =>
        Should.ThrowAsync<FileNotFoundException>(() => store.Open(new string('0', 64), CancellationToken.None));

    private sealed class Broken() : MemoryStream([1, 2, 3])
    {
        private bool began;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (began)
                throw new IOException("The line is dead.");
            began = true;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
