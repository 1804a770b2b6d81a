using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Files;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Files;

public sealed class ScanningForViruses : IDisposable
{
    private readonly TestFolder folder = TestFolder.Create();

    public void Dispose() => folder.Dispose();

    [ClamAvFact]
    public async Task Keeps_what_is_clean_and_nothing_of_what_is_not()
    {
        await using var scanner = await ClamAv.Start();
        var store = Store(scanner.Address);

        var name = await store.Put(new MemoryStream(RandomNumberGenerator.GetBytes(300_000)), CancellationToken.None);
        var refused = await Should.ThrowAsync<RuleBroken>(() => store.Put(new MemoryStream(ClamAv.TestVirus), CancellationToken.None));

        refused.First.Reason.ShouldBe("FILE_INFECTED");
        refused.Message.ShouldContain("Test-File");
        Kept().ShouldBe([name]);
    }

    [ClamAvFact]
    public async Task Keeps_nothing_that_the_scanner_cannot_look_at()
    {
        await using var scanner = await ClamAv.Start(largestMegabytes: 1);
        var store = Store(scanner.Address);

        (await Should.ThrowAsync<RuleBroken>(() => store.Put(new MemoryStream(new byte[3_000_000]), CancellationToken.None))).First.Reason.ShouldBe("FILE_NOT_SCANNED");

        Kept().ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_nothing_while_the_scanner_is_away()
    {
        var store = Store(new UnixDomainSocketEndPoint(Path.Combine(folder.Path, "nobody")));

        (await Should.ThrowAsync<RuleBroken>(() => store.Put(new MemoryStream([1]), CancellationToken.None))).First.Reason.ShouldBe("FILE_NOT_SCANNED");

        Kept().ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_nothing_when_the_scanner_breaks_off()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var broken = Task.Run(async () => (await listener.AcceptSocketAsync()).Dispose());

        (await Should.ThrowAsync<RuleBroken>(() => Store(listener.LocalEndpoint).Put(new MemoryStream([1]), CancellationToken.None))).First.Reason.ShouldBe("FILE_NOT_SCANNED");

        await broken;
        Kept().ShouldBeEmpty();
    }

    [ClamAvFact]
    public async Task Is_asked_where_the_setting_names_it()
    {
        await using var scanner = await ClamAv.Start();
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("Files:Path", folder.Path), new("Files:Scanner", scanner.Socket)]);
        builder.AddFileStore();
        using var host = builder.Build();

        var files = host.Services.GetRequiredService<IFileStore>();

        (await Should.ThrowAsync<RuleBroken>(() => files.Put(new MemoryStream(ClamAv.TestVirus), CancellationToken.None))).First.Reason.ShouldBe("FILE_INFECTED");
    }

    [Theory]
    [InlineData("localhost:3310", "Unspecified/localhost:3310")]
    [InlineData("[::1]:3310", "Unspecified/::1:3310")]
    [InlineData("/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl")]
    public void Has_an_address_of_either_kind(string written, string address) => VirusScanner.Address(written).ToString().ShouldBe(address);

    [Theory]
    [InlineData("clamd")]
    [InlineData(":3310")]
    [InlineData("localhost:99999")]
    public void Says_which_setting_makes_no_sense(string written) =>
        Should.Throw<InvalidOperationException>(() => VirusScanner.Address(written)).Message.ShouldStartWith($"Files:Scanner is \"{written}\"");

    private FileStore Store(EndPoint scanner) => new(folder.Path, new VirusScanner(scanner, NullLogger<VirusScanner>.Instance));

    private IEnumerable<string?> Kept() => Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName);
}
