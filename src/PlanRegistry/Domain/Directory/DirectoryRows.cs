namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>A unit as somebody says it is: others are named by their codes.</summary>
/// <param name="Path">Where it was said, for messages: "units[3]", or with the number of its row.</param>
public sealed record UnitRow(
    string Path,
    IReadOnlyList<string> Codes,
    string Name,
    UnitLevel? Level,
    string? ParentCode,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<string> SucceededByCodes);

/// <summary>An agency as somebody says it is: others are named by their codes.</summary>
/// <param name="Path">Where it was said, for messages.</param>
/// <param name="Requested">Null: as is usual for its kind.</param>
public sealed record AgencyRow(
    string Path,
    IReadOnlyList<string> Codes,
    string Name,
    IReadOnlyList<string> Aliases,
    AgencyKind? Kind,
    string UnitCode,
    string? ParentCode,
    bool? Requested,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<string> SucceededByCodes,
    string? Email);
