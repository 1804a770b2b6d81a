using System.Collections.Frozen;
using System.Text.Json;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>Roles as tokens spell them.</summary>
public static class RoleNames
{
    private static readonly FrozenDictionary<Role, string> Names = Enum.GetValues<Role>()
        .ToFrozenDictionary(role => role, role => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString()));

    private static readonly FrozenDictionary<string, Role> Roles = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary><c>focal_officer</c> for <see cref="Role.FocalOfficer"/>.</summary>
    public static string NameOnWire(this Role role) => Names[role];

    /// <summary>False for a word that names no role of this version: a newer issuer may know more.</summary>
    public static bool TryParse(string name, out Role role) => Roles.TryGetValue(name, out role);
}
