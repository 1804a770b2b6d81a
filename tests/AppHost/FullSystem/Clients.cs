using System.Net.Http.Headers;
using System.Text.Json;
using Grpc.Net.Client;
using SocialPolicy.Indicators.V1;
using SocialPolicy.Operations.V1;
using SocialPolicy.PlanRegistry.V1;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.AppHost.Tests.FullSystem;

/// <summary>Signed-in clients of a running platform: the operator of the installation.</summary>
internal sealed class Clients : IDisposable
{
    private readonly Dictionary<string, GrpcChannel> channels = [];
    private readonly Tokens tokens;

    public Clients(Platform platform)
    {
        Authority = AddressOf(platform, "tokens");
        tokens = new Tokens(Authority, Path.Combine(platform.Data, "secrets/tokens/spp.client.json"));
        foreach (var service in (string[])["planregistry", "indicators"])
            channels[service] = Channel(platform, service, tokens.Current);
    }

    public Uri Authority { get; }

    public PlanService.PlanServiceClient Plans => new(channels["planregistry"]);

    public TargetService.TargetServiceClient Targets => new(channels["indicators"]);

    public OperationsService.OperationsServiceClient Operations(string service) => new(channels[service]);

    /// <summary>A moment from now, for the deadline of a call.</summary>
    public static DateTime In(int seconds) => TimeProvider.System.GetUtcNow().AddSeconds(seconds).UtcDateTime;

    public static Uri AddressOf(Platform platform, string resource) =>
        new(platform[resource].Endpoints.Single(endpoint => endpoint.Name == "http").Url);

    /// <summary>To one service, by the tokens of somebody.</summary>
    public static GrpcChannel Channel(Platform platform, string service, Func<Task<string>> token) =>
        GrpcChannel.ForAddress(AddressOf(platform, service), new GrpcChannelOptions { HttpHandler = new Bearer(token) });

    public void Dispose()
    {
        foreach (var channel in channels.Values)
            channel.Dispose();
        tokens.Dispose();
    }

    private sealed class Bearer(Func<Task<string>> token) : DelegatingHandler(new SocketsHttpHandler { EnableMultipleHttp2Connections = true })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token());
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Client credentials in, a token that is still good out.</summary>
    private sealed class Tokens(Uri authority, string credentials) : IDisposable
    {
        private static readonly TimeSpan Spare = TimeSpan.FromMinutes(1);

        private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };
        private readonly SemaphoreSlim one = new(1);
        private string token = "";
        private DateTimeOffset until;

        public async Task<string> Current()
        {
            await one.WaitAsync();
            try
            {
                if (TimeProvider.System.GetUtcNow() + Spare > until)
                    await Ask();
                return token;
            }
            finally
            {
                one.Release();
            }
        }

        public void Dispose()
        {
            http.Dispose();
            one.Dispose();
        }

        private async Task Ask()
        {
            using var client = JsonDocument.Parse(await File.ReadAllTextAsync(credentials));
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = client.RootElement.GetProperty("client_id").GetString()!,
                ["client_secret"] = client.RootElement.GetProperty("client_secret").GetString()!,
            });
            using var answer = await http.PostAsync(new Uri(authority, "/token"), form);
            answer.EnsureSuccessStatusCode();
            using var grant = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            token = grant.RootElement.GetProperty("access_token").GetString()!;
            until = TimeProvider.System.GetUtcNow().AddSeconds(grant.RootElement.GetProperty("expires_in").GetInt32());
        }
    }
}
