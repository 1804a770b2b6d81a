using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace SocialPolicy.Harness;

/// <summary>A virtual host of its own for a test class, on the node of this process; removed when disposed.</summary>
public sealed class TestBroker : IAsyncDisposable
{
    private static int counter;

    private readonly HttpClient management;

    private TestBroker(string virtualHost, string connectionString, HttpClient management)
    {
        VirtualHost = virtualHost;
        ConnectionString = connectionString;
        this.management = management;
    }

    public string VirtualHost { get; }

    /// <summary>amqp://..., the administrator's.</summary>
    public string ConnectionString { get; }

    public static async Task<TestBroker> Create()
    {
        var node = await Servers.Broker;
        var name = $"test-{Interlocked.Increment(ref counter)}";
        var api = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{node.ManagementPort}/") };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{node.User}:{node.Password}")));
        using var answer = await api.PutAsJsonAsync($"api/vhosts/{name}", new { });
        answer.EnsureSuccessStatusCode();
        return new TestBroker(name, $"{node.ConnectionString}/{name}", api);
    }

    /// <summary>amqp://..., another user's.</summary>
    public string ConnectionFor(string user, string password) =>
        new UriBuilder(ConnectionString) { UserName = Uri.EscapeDataString(user), Password = Uri.EscapeDataString(password) }.Uri.AbsoluteUri;

    /// <summary>The management API, with the administrator's user information.</summary>
    internal static async Task<Uri> Management()
    {
        var node = await Servers.Broker;
        return new Uri($"http://{node.User}:{node.Password}@127.0.0.1:{node.ManagementPort}");
    }

    public async ValueTask DisposeAsync()
    {
        using var answer = await management.DeleteAsync($"api/vhosts/{VirtualHost}");
        management.Dispose();
    }
}
