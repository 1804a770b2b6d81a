using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SocialPolicy.TokenService.FunctionalTests;

/// <summary>The token service on a real socket, over a folder of its own.</summary>
internal sealed class TokenHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private TokenHost(WebApplication app, string folder)
    {
        (this.app, Folder) = (app, folder);
        Address = app.Urls.First();
        Http = new() { BaseAddress = new(Address) };
    }

    /// <summary>The sandbox of the samples, as ./run --sandbox opens it.</summary>
    public static (string Name, string Value)[] Sandbox => SandboxOf(Path.Combine(AppContext.BaseDirectory, "sandbox", "clients.json"));

    public string Folder { get; }

    public string Address { get; }

    public HttpClient Http { get; }

    public string Secret => Read("spp.client.json").GetProperty("client_secret").GetString()!;

    public static string NewFolder() => Path.Combine(Directory.CreateTempSubdirectory("tokens-").FullName, "tokens");

    public static (string Name, string Value)[] SandboxOf(string file) => [("Tokens:Sandbox", "true"), ("Tokens:SandboxClients", file)];

    public static async Task<TokenHost> Start(string? folder = null, TimeProvider? clock = null, params (string Name, string Value)[] settings)
    {
        folder ??= NewFolder();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(
            [new("HTTP_PORT", "0"), new("HEALTH_PORT", "0"), new("Tokens:Folder", folder), .. settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.AddServiceDefaults(HttpProtocols.Http1);
        builder.AddTokens();

        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapTokens();
        await app.StartAsync();
        return new(app, folder);
    }

    /// <summary>What the token service wrote down for those who try the sandbox: secrets by client.</summary>
    public Dictionary<string, string> SandboxSecrets() => Read("sandbox.clients.json").GetProperty("clients").EnumerateArray()
        .ToDictionary(client => client.GetProperty("client_id").GetString()!, client => client.GetProperty("client_secret").GetString()!);

    public JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file))).RootElement;

    public Task<HttpResponseMessage> Ask(string client, string secret) => Post(
        ("grant_type", "client_credentials"), ("client_id", client), ("client_secret", secret));

    public Task<HttpResponseMessage> Post(params (string Name, string Value)[] fields) =>
        Http.PostAsync("token", new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public async Task<string> Token(string client = "spp", string? secret = null)
    {
        using var response = await Ask(client, secret ?? Secret);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    public async Task<IReadOnlyList<string>> PublishedKeys() =>
        [.. (await Http.GetFromJsonAsync<JsonElement>(".well-known/jwks.json")).GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];

    /// <summary>Stops; the folder stays.</summary>
    public async Task Stop()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
    }
}
