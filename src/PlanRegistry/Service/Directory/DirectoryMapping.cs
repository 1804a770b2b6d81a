using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.Service.Directory;

/// <summary>The directory in the words of the contract, and back.</summary>
internal static class DirectoryMapping
{
    private static readonly WirePairs<UnitLevel, V1.Unit.Types.Level> Levels = new(
        (UnitLevel.Country, V1.Unit.Types.Level.Country),
        (UnitLevel.Province, V1.Unit.Types.Level.Province),
        (UnitLevel.District, V1.Unit.Types.Level.District),
        (UnitLevel.Commune, V1.Unit.Types.Level.Commune));

    private static readonly WirePairs<AgencyKind, V1.Agency.Types.Kind> Kinds = new(
        (AgencyKind.PeoplesCommittee, V1.Agency.Types.Kind.PeoplesCommittee),
        (AgencyKind.PeoplesCouncil, V1.Agency.Types.Kind.PeoplesCouncil),
        (AgencyKind.Department, V1.Agency.Types.Kind.Department),
        (AgencyKind.ServiceUnit, V1.Agency.Types.Kind.ServiceUnit),
        (AgencyKind.Vertical, V1.Agency.Types.Kind.Vertical),
        (AgencyKind.Party, V1.Agency.Types.Kind.Party),
        (AgencyKind.Front, V1.Agency.Types.Kind.Front),
        (AgencyKind.MassOrganisation, V1.Agency.Types.Kind.MassOrganisation));

    private static readonly WirePairs<Binding, V1.Agency.Types.Binding> Bindings = new(
        (Binding.Assigned, V1.Agency.Types.Binding.Assigned),
        (Binding.Requested, V1.Agency.Types.Binding.Requested));

    private static readonly WirePairs<Reach, V1.AgencyGroup.Types.Reach> Reaches = new(
        (Reach.Unit, V1.AgencyGroup.Types.Reach.Unit),
        (Reach.Below, V1.AgencyGroup.Types.Reach.UnitsBelow));

    private enum Binding
    {
        Assigned,
        Requested,
    }

    private enum Reach
    {
        Unit,
        Below,
    }

    public static V1.Unit ToContract(this UnitStored row) => new()
    {
        Name = DirectoryService.UnitName.Of(row.Id),
        Etag = Etag.Of(row.Version),
        Codes = { row.Codes },
        DisplayName = row.Name,
        Level = Levels.Of(row.Level),
        Parent = row.ParentId is { } parent ? DirectoryService.UnitName.Of(parent) : "",
        ValidFrom = row.ValidFrom?.ToContract(),
        ValidTo = row.ValidTo?.ToContract(),
        SucceededBy = { row.SucceededBy.Select(heir => DirectoryService.UnitName.Of(heir)) },
        UpdateTime = row.UpdatedAt.ToTimestamp(),
        FormerNames = { FormerName.Read(row.FormerNames).Select(ToContract) },
    };

    public static V1.Agency ToContract(this AgencyStored row) => new()
    {
        Name = DirectoryService.AgencyName.Of(row.Id),
        Etag = Etag.Of(row.Version),
        Codes = { row.Codes },
        DisplayName = row.Name,
        Aliases = { row.Aliases.Union(row.OtherNames) },
        Kind = Kinds.Of(AgencyStored.KindOf(row.Kind)),
        Unit = DirectoryService.UnitName.Of(row.UnitId),
        Parent = row.ParentId is { } parent ? DirectoryService.AgencyName.Of(parent) : "",
        Binding = Bindings.Of(row.Requested ? Binding.Requested : Binding.Assigned),
        ValidFrom = row.ValidFrom?.ToContract(),
        ValidTo = row.ValidTo?.ToContract(),
        SucceededBy = { row.SucceededBy.Select(heir => DirectoryService.AgencyName.Of(heir)) },
        Email = row.Email ?? "",
        UpdateTime = row.UpdatedAt.ToTimestamp(),
        FormerNames = { FormerName.Read(row.FormerNames).Select(ToContract) },
    };

    public static V1.Party ToContract(this Party party) => new()
    {
        Text = party.Text,
        Agency = party.AgencyId is { } agency ? DirectoryService.AgencyName.Of(agency) : "",
        Group = party.Group is { } group ? new()
        {
            Unit = DirectoryService.UnitName.Of(group.UnitId),
            Reach = group.Below ? V1.AgencyGroup.Types.Reach.UnitsBelow : V1.AgencyGroup.Types.Reach.Unit,
            Kinds = { group.Kinds.Select(Kinds.Of) },
        } : null,
    };

    /// <summary>Where the members of a group are, false for the unit itself, and of what kinds they are; null when not said.</summary>
    public static (bool? Below, IReadOnlyList<AgencyKind> Kinds) ToReach(this V1.AgencyGroup group, string path) => (
        Reaches.From(group.Reach, $"{path}.reach") is { } reach ? reach is Reach.Below : null,
        [.. group.Kinds.Select(kind => Kinds.From(kind, $"{path}.kinds")).OfType<AgencyKind>().Distinct()]);

    /// <summary>Null for UNSPECIFIED; VALUE_UNKNOWN for a value of a later contract.</summary>
    public static AgencyKind? ToDomain(this V1.Agency.Types.Kind kind, string field) => Kinds.From(kind, field);

    public static UnitRow ToDomain(V1.ImportDirectoryRequest.Types.UnitRow row, int index)
    {
        var path = Path("units", row.Row, index);
        return new(
            path, [.. row.Codes], row.DisplayName.Trim(), Levels.From(row.Level, $"{path}.level"), Stated(row.ParentCode),
            row.ValidFrom.ToDay($"{path}.valid_from"), row.ValidTo.ToDay($"{path}.valid_to"), [.. row.SucceededByCodes]);
    }

    public static AgencyRow ToDomain(V1.ImportDirectoryRequest.Types.AgencyRow row, int index)
    {
        var path = Path("agencies", row.Row, index);
        bool? requested = Bindings.From(row.Binding, $"{path}.binding") is { } binding ? binding is Binding.Requested : null;
        return new(
            path, [.. row.Codes], row.DisplayName.Trim(), [.. row.Aliases.Select(alias => alias.Trim())], Kinds.From(row.Kind, $"{path}.kind"), row.UnitCode,
            Stated(row.ParentCode), requested, row.ValidFrom.ToDay($"{path}.valid_from"), row.ValidTo.ToDay($"{path}.valid_to"), [.. row.SucceededByCodes], Stated(row.Email.Trim()));
    }

    private static V1.FormerName ToContract(FormerName former) => new() { DisplayName = former.Name, ValidTo = former.ValidTo.ToContract() };

    private static string Path(string list, int row, int index) => row > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{list} row {row}")
        : string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");

    private static string? Stated(string text) => text.Length > 0 ? text : null;
}
