using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.Harness;

/// <summary>A virtual host of its own for a test class, on the node of this process; removed when disposed.</summary>
public sealed class TestBroker : IAsyncDisposable
{
    private static int counter;

    private readonly BrokerManagement management;
    private bool lost;

    private TestBroker(string virtualHost, string administrator, string connectionString, BrokerManagement management)
    {
        VirtualHost = virtualHost;
        Administrator = administrator;
        ConnectionString = connectionString;
        this.management = management;
    }

    public string VirtualHost { get; }

    /// <summary>amqp://..., the administrator's.</summary>
    public string Administrator { get; }

    /// <summary>amqp://..., the service's: least rights, as in production.</summary>
    public string ConnectionString { get; }

    /// <summary>With the exchanges, queues and the user that the service's migration makes.</summary>
    public static async Task<TestBroker> Create(Facts facts)
    {
        var node = await Servers.Broker;
        var name = $"test-{Interlocked.Increment(ref counter)}";
        var management = new BrokerManagement(Servers.Management(node));
        await management.Put($"api/vhosts/{name}", new { }, CancellationToken.None);
        await new BrokerTopology(management, name).Declare(facts, CancellationToken.None);
        var user = new Credentials($"{name}-{facts.Service}", "p@ss/word");
        await BrokerUser.Grant(management, name, user, facts, CancellationToken.None);
        var administrator = $"{node.ConnectionString}/{name}";
        var connectionString = new UriBuilder(administrator) { UserName = user.Name, Password = Uri.EscapeDataString(user.Password) }.Uri.AbsoluteUri;
        return new TestBroker(name, administrator, connectionString, management);
    }

    /// <summary>Takes everything away for good while the broker stays: who had queues here does not get them back however long he tries.</summary>
    public async Task Lose()
    {
        if (!lost)
            await management.Delete($"api/vhosts/{VirtualHost}", CancellationToken.None);
        lost = true;
    }

    public async ValueTask DisposeAsync()
    {
        await Lose();
        management.Dispose();
    }
}
