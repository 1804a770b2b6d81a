using System.Collections.Frozen;
using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.DirectoryCopy.Snapshots;

/// <summary>Units and agencies of a page in the words of the announcements, so that one statement keeps both.</summary>
internal static class SnapshotRows
{
    private static readonly ResourceName Units = new("units/{unit}");

    private static readonly FrozenDictionary<Unit.Types.Level, string> Levels = new Dictionary<Unit.Types.Level, string>
    {
        [Unit.Types.Level.Country] = "country",
        [Unit.Types.Level.Province] = "province",
        [Unit.Types.Level.District] = "district",
        [Unit.Types.Level.Commune] = "commune",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Agency.Types.Kind, string> Kinds = new Dictionary<Agency.Types.Kind, string>
    {
        [Agency.Types.Kind.PeoplesCommittee] = "peoples_committee",
        [Agency.Types.Kind.PeoplesCouncil] = "peoples_council",
        [Agency.Types.Kind.Department] = "department",
        [Agency.Types.Kind.ServiceUnit] = "service_unit",
        [Agency.Types.Kind.Vertical] = "vertical",
        [Agency.Types.Kind.Party] = "party",
        [Agency.Types.Kind.Front] = "front",
        [Agency.Types.Kind.MassOrganisation] = "mass_organisation",
    }.ToFrozenDictionary();

    public static ChangedUnit Row(Unit unit) => new(
        Units.Parse(unit.Name),
        [.. unit.Codes],
        unit.DisplayName,
        Word(Levels, unit.Level),
        Any(Units, unit.Parent, "parent"),
        unit.ValidFrom.ToDay("valid_from"),
        unit.ValidTo.ToDay("valid_to"),
        [.. unit.SucceededBy.Select(heir => Units.Parse(heir, "succeeded_by"))]);

    public static ChangedAgency Row(Agency agency) => new(
        AgencyNames.Pattern.Parse(agency.Name),
        [.. agency.Codes],
        agency.DisplayName,
        Word(Kinds, agency.Kind),
        Units.Parse(agency.Unit, "unit"),
        Any(AgencyNames.Pattern, agency.Parent, "parent"),
        agency.Binding is Agency.Types.Binding.Requested,
        agency.ValidFrom.ToDay("valid_from"),
        agency.ValidTo.ToDay("valid_to"),
        [.. agency.SucceededBy.Select(heir => AgencyNames.Pattern.Parse(heir, "succeeded_by"))],
        agency.Email.Length > 0 ? agency.Email : null);

    private static Guid? Any(ResourceName pattern, string name, string field) => name.Length > 0 ? pattern.Parse(name, field) : null;

    private static string Word<TValue>(FrozenDictionary<TValue, string> words, TValue value)
        where TValue : struct, Enum =>
        words.TryGetValue(value, out var word) ? word : throw new InvalidDataException($"PlanRegistry tells a {typeof(TValue).Name} that this version does not know: {value}.");
}
