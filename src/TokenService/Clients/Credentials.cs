namespace SocialPolicy.TokenService.Clients;

/// <summary>What a program on the same machine reads to sign in.</summary>
internal sealed record Credentials(string ClientId, string ClientSecret, string Authority, IReadOnlyList<string> Roles, string? Agency = null);

/// <summary>The file <c>sandbox.clients.json</c>.</summary>
internal sealed record SandboxFile(IReadOnlyList<Credentials> Clients);
