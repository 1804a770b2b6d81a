using System.Text.Json;

namespace SocialPolicy.AppHost.Tests.FullSystem;

/// <summary>A test client of the sandbox, as the token service wrote it down for those on the same machine.</summary>
internal sealed record SandboxClient(string ClientId, string ClientSecret)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public Dictionary<string, string> Environment => new() { ["SPP_CLIENT_ID"] = ClientId, ["SPP_CLIENT_SECRET"] = ClientSecret };

    public static SandboxClient Find(Platform platform, string id) =>
        JsonSerializer.Deserialize<SandboxFile>(platform.Secret("tokens/sandbox.clients.json"), Options)!.Clients.Single(client => client.ClientId == id);

    private sealed record SandboxFile(IReadOnlyList<SandboxClient> Clients);
}
