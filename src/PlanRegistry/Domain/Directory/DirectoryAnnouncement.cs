using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;

namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>What others are told of changes of the directory.</summary>
public static class DirectoryAnnouncement
{
    /// <summary>How many one fact tells of at most.</summary>
    public const int MostAtOnce = 500;

    public static UnitsChanged Of(IEnumerable<Unit> units) => new([.. units.Select(unit => new ChangedUnit(
        unit.Id, unit.Codes, unit.Name, Words.Of(unit.Level), unit.ParentId, unit.ValidFrom, unit.ValidTo, unit.SucceededBy))]);

    public static AgenciesChanged Of(IEnumerable<Agency> agencies) => new([.. agencies.Select(agency => new ChangedAgency(
        agency.Id, agency.Codes, agency.Name, Words.Of(agency.Kind), agency.UnitId, agency.ParentId, agency.Requested, agency.ValidFrom, agency.ValidTo, agency.SucceededBy, agency.Email))]);
}
