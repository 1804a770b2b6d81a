using Google.Protobuf.WellKnownTypes;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Consolidations;
using SocialPolicy.Reporting.Service.Reports;

namespace SocialPolicy.Reporting.Service.Consolidations;

/// <summary>Consolidations in the words of the contract.</summary>
internal static class ConsolidationMapping
{
    /// <summary>Without its table.</summary>
    public static V1.Consolidation ToContract(this ConsolidationRow row, IReadOnlyDictionary<Guid, string> names) => new()
    {
        Name = Names.Consolidation.Of(row.Id),
        Round = Names.Round.Of(row.RoundId),
        Plan = Names.Plan.Of(row.PlanId),
        Agency = AgencyNames.Pattern.Of(row.AgencyId),
        Period = row.Period,
        Version = row.Version,
        Children = { row.ReadChildren().Select(child => ToContract(child, names)) },
        Missing = { row.ReadMissing().Select(missing => ToContract(missing, names)) },
        IncludesSubmitted = row.IncludesSubmitted,
        Actor = row.Actor,
        CreateTime = row.CreatedAt.ToTimestamp(),
    };

    /// <summary>Whole.</summary>
    public static V1.Consolidation ToFullContract(this ConsolidationRow row, IReadOnlyDictionary<Guid, string> names)
    {
        var consolidation = row.ToContract(names);
        consolidation.Lines.AddRange(row.ReadLines().Select(ToContract));
        return consolidation;
    }

    private static V1.Consolidation.Types.Child ToContract(Child child, IReadOnlyDictionary<Guid, string> names) => new()
    {
        Report = Names.Report.Of(child.Report),
        Agency = AgencyNames.Pattern.Of(child.Agency),
        AgencyDisplayName = names.GetValueOrDefault(child.Agency, ""),
        Submission = child.Submission,
        State = child.Accepted ? V1.Report.Types.State.Accepted : V1.Report.Types.State.Submitted,
    };

    private static V1.Consolidation.Types.Missing ToContract(Missing missing, IReadOnlyDictionary<Guid, string> names) => new()
    {
        Obligation = Names.Obligation.Of(missing.Obligation),
        Agency = AgencyNames.Pattern.Of(missing.Agency),
        AgencyDisplayName = names.GetValueOrDefault(missing.Agency, ""),
        Requested = missing.Requested,
    };

    private static V1.ConsolidatedLine ToContract(ConsolidatedLine line) => new()
    {
        Target = line.Target.ToContract(),
        Values =
        {
            line.Values.Select(said => new V1.ConsolidatedLine.Types.Value
            {
                Agency = AgencyNames.Pattern.Of(said.Agency),
                Value_ = said.Value,
                Estimate = said.Estimate,
            }),
        },
    };
}
