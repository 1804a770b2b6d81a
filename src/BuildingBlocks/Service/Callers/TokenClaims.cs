using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>Reads a checked token by the names its issuer gives the claims.</summary>
internal sealed class TokenClaims(IdentityOptions options)
{
    private readonly Dictionary<string, string> rolesByWord = Enum.GetValues<Role>().Select(role => role.NameOnWire())
        .ToDictionary(name => options.RoleWords.GetValueOrDefault(name, name), name => name, StringComparer.Ordinal);

    /// <summary>Null for a token that names nobody.</summary>
    public Caller? Read(JsonWebToken token)
    {
        var names = options.Claims;
        if (Values(token, names.Subject).FirstOrDefault() is not { Length: > 0 } subject)
            return null;

        var roles = new HashSet<Role>();
        foreach (var word in Values(token, names.Roles))
        {
            if (rolesByWord.TryGetValue(word, out var name) && RoleNames.TryParse(name, out var role))
                roles.Add(role);
        }

        return new(subject, Values(token, names.Client).FirstOrDefault() ?? token.Azp ?? "", Values(token, names.Agency).FirstOrDefault(), roles, [.. Values(token, names.ActFor)]);
    }

    // A claim may have dots in its name; only where there is none of that name do they lead into an object.
    private static IEnumerable<string> Values(JsonWebToken token, string name)
    {
        var found = token.Claims.Where(claim => string.Equals(claim.Type, name, StringComparison.Ordinal)).Select(claim => claim.Value).ToList();
        return found.Count > 0 || !name.Contains('.', StringComparison.Ordinal) ? found : Within(token, name.Split('.'));
    }

    private static List<string> Within(JsonWebToken token, IEnumerable<string> path)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        var at = payload.RootElement;
        foreach (var step in path)
        {
            if (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(step, out at))
                return [];
        }

        return at.ValueKind switch
        {
            JsonValueKind.String => [at.GetString()!],
            JsonValueKind.Array => [.. at.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(item => item.GetString()!)],
            _ => [],
        };
    }
}
