using System.Globalization;
using Kind = SocialPolicy.Operations.V1.AuditFinding.Types.Kind;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>Findings in the words of the contract.</summary>
internal static class AuditFinding
{
    /// <summary>At an entry.</summary>
    public static V1.AuditFinding At(long entry, Kind kind, string message) => Of(kind, AuditService.EntryName(entry), message);

    /// <summary>At a segment of the chain.</summary>
    public static V1.AuditFinding In(long segment, Kind kind, string message) => Of(kind, string.Create(CultureInfo.InvariantCulture, $"segments/{segment}"), message);

    private static V1.AuditFinding Of(Kind kind, string place, string message) => new() { Kind = kind, Place = place, Message = message };
}
