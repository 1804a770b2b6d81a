using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Assignments;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

/// <summary>What a name in a plan is, in the words of the contract.</summary>
internal static class PartyRoles
{
    private static readonly WirePairs<PartyRole, V1.PartyRole> Roles = new(
        (PartyRole.Issuer, V1.PartyRole.Issuer),
        (PartyRole.Reporter, V1.PartyRole.Reporter),
        (PartyRole.Addressee, V1.PartyRole.Addressee),
        (PartyRole.Via, V1.PartyRole.Via));

    public static V1.PartyRole ToContract(this PartyRole role) => Roles.Of(role);

    /// <summary>Null: not said. VALUE_UNKNOWN for a value of a later contract.</summary>
    public static PartyRole? ToDomain(this V1.PartyRole role, string field) => Roles.From(role, field);
}
