using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

/// <summary>Assignments in the words of the contract.</summary>
internal static class AssignmentMapping
{
    private static readonly WirePairs<Confidence, V1.Confidence> Confidences = new(
        (Confidence.Exact, V1.Confidence.Exact),
        (Confidence.Alias, V1.Confidence.Alias),
        (Confidence.Group, V1.Confidence.Group),
        (Confidence.Heir, V1.Confidence.Heir),
        (Confidence.Guess, V1.Confidence.Guess));

    public static V1.Confidence ToContract(this Confidence? confidence) => Confidences.OfAny(confidence);

    public static V1.PartyCandidate ToContract(this Candidate candidate, AgencyStored agency) => new()
    {
        Agency = DirectoryService.AgencyName.Of(agency.Id),
        DisplayName = agency.Name,
        Code = agency.Codes[0],
        Confidence = Confidences.Of(candidate.Confidence),
        Why = candidate.Why,
    };

    public static V1.PartyAssignment ToContract(this AssignmentRow row) => new()
    {
        Name = AssignmentService.AssignmentName.Of(row.Id),
        Plan = PlanService.PlanName.Of(row.PlanId),
        Duty = DutyOf(row.PlanId, row.DutyId),
        Role = row.Role.ToContract(),
        Position = row.Position,
        Party = row.ToParty().ToContract(),
        ValidFrom = row.ValidFrom.ToContract(),
        Reason = row.Reason,
        Remembered = row.Remembered,
        AssignTime = row.AssignedAt.ToTimestamp(),
        Assigner = row.AssignedBy,
    };

    /// <summary>Empty for the issuer.</summary>
    public static string DutyOf(Guid plan, Guid? duty) => duty is { } id ? ContentMapping.DutyName.Of(plan, id) : "";
}
