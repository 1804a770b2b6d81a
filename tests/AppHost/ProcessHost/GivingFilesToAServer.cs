using Aspire.Hosting.Processes;
using Aspire.Hosting.Servers;
using SocialPolicy.AppHost.Tests.FullSystem;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

/// <summary>A server's user may put links into its own folder; as root we must not follow them.</summary>
public sealed class GivingFilesToAServer : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [RootFact]
    public async Task Never_gives_away_what_a_link_leads_to()
    {
        Directory.CreateDirectory(folder["ours"]);
        await File.WriteAllTextAsync(folder["ours/file"], "ours");
        Directory.CreateDirectory(folder["mq"]);
        File.CreateSymbolicLink(folder["mq/mnesia"], folder["ours"]);
        File.CreateSymbolicLink(folder["mq/rabbitmq.conf.new"], folder["ours/file"]);
        File.CreateSymbolicLink(folder["mq/enabled_plugins"], folder["ours/file"]);

        await RabbitMqFiles.Prepare(new RabbitMqOptions(folder["mq"], "admin", "secret"), CancellationToken.None);

        (await Owner("ours")).ShouldBe("root");
        (await Owner("ours/file")).ShouldBe("root");
        (await File.ReadAllTextAsync(folder["ours/file"])).ShouldBe("ours");
        (await Owner("mq/rabbitmq.conf")).ShouldBe("rabbitmq");
        (await Owner("mq/enabled_plugins")).ShouldBe("rabbitmq");
        (await Owner("mq/log")).ShouldBe("rabbitmq");
    }

    [Fact]
    public async Task Closes_a_broker_s_folder_to_everybody_else_even_one_that_stood_open()
    {
        Directory.CreateDirectory(folder["mq"]);
        File.SetUnixFileMode(folder["mq"], (UnixFileMode)0b111_101_101);

        await RabbitMqFiles.Prepare(new RabbitMqOptions(folder["mq"], "admin", "secret"), CancellationToken.None);

        File.GetUnixFileMode(folder["mq"]).ShouldBe((UnixFileMode)0b111_000_000);
    }

    [RootFact]
    public async Task Gives_the_file_that_was_written_and_not_what_has_taken_its_name()
    {
        await using var file = File.Create(folder["secret"]);
        File.Move(folder["secret"], folder["moved"]);
        await File.WriteAllTextAsync(folder["secret"], "ours");

        Native.ChangeOwner(file, UserAccount.ForServer(RabbitMqFiles.Account)!);

        (await Owner("secret")).ShouldBe("root");
        (await Owner("moved")).ShouldBe("rabbitmq");
    }

    private async Task<string> Owner(string name) =>
        (await Command.Run("stat", ["--format=%U", folder[name]])).Output.Trim();
}
