using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.Service.Directory;

/// <summary>A row of units.</summary>
internal sealed class UnitStored
{
    public const string Columns = "id, version, codes, name, level, parent_id, valid_from, valid_to, succeeded_by, updated_at";

    public Guid Id { get; init; }
    public long Version { get; init; }
    public string[] Codes { get; init; } = [];
    public string Name { get; init; } = "";
    public UnitLevel Level { get; init; }
    public Guid? ParentId { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
    public Guid[] SucceededBy { get; init; } = [];
    public DateTimeOffset UpdatedAt { get; init; }

    public Unit ToUnit() => new(Id, Codes, Name, Level, ParentId, ValidFrom, ValidTo, SucceededBy);

    public DirectoryUnit ToDirectoryUnit() => new(Id, Level, ParentId, Name);
}

/// <summary>A row of agencies.</summary>
internal sealed class AgencyStored
{
    public const string Columns =
        "id, version, codes, name, aliases, kind, unit_id, parent_id, requested, valid_from, valid_to, succeeded_by, email, updated_at";

    public Guid Id { get; init; }
    public long Version { get; init; }
    public string[] Codes { get; init; } = [];
    public string Name { get; init; } = "";
    public string[] Aliases { get; init; } = [];
    public string Kind { get; init; } = "";
    public Guid UnitId { get; init; }
    public Guid? ParentId { get; init; }
    public bool Requested { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
    public Guid[] SucceededBy { get; init; } = [];
    public string? Email { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    public Agency ToAgency() => new(Id, Codes, Name, Aliases, KindOf(Kind), UnitId, ParentId, Requested, ValidFrom, ValidTo, SucceededBy, Email);

    public DirectoryAgency ToDirectoryAgency() => new(Id, Name, Aliases, KindOf(Kind), UnitId);

    /// <summary>The kind that a word stands for.</summary>
    public static AgencyKind KindOf(string word) => Enum.Parse<AgencyKind>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
