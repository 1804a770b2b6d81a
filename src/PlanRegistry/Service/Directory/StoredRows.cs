using System.Text.Json;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Directory;

/// <summary>A row of units.</summary>
internal sealed class UnitStored
{
    public const string Columns = "id, version, codes, name, level, parent_id, valid_from, valid_to, succeeded_by, updated_at";

    /// <summary>With the name it had on the day <c>@on</c>.</summary>
    public const string ColumnsOn = "id, version, codes, name_on(id, name, @on) as name, level, parent_id, valid_from, valid_to, succeeded_by, updated_at";

    /// <summary>With the names it had before.</summary>
    public const string Shown = $"{Columns}, {FormerName.Column}";

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
    public string? FormerNames { get; init; }

    public Unit ToUnit() => new(Id, Codes, Name, Level, ParentId, ValidFrom, ValidTo, SucceededBy);

    public DirectoryUnit ToDirectoryUnit() => new(Id, Level, ParentId, Name);
}

/// <summary>A row of agencies.</summary>
internal sealed class AgencyStored
{
    public const string Columns =
        "id, version, codes, name, aliases, kind, unit_id, parent_id, requested, valid_from, valid_to, succeeded_by, email, updated_at";

    /// <summary>With the name it had on the day <c>@on</c>, the names it had before and those a person said mean it.</summary>
    public const string ColumnsOn = """
        id, version, codes, name_on(id, name, @on) as name, aliases, kind, unit_id, parent_id, requested, valid_from, valid_to, succeeded_by, email, updated_at,
        array(select f.name from former_names f where f.owner = agencies.id and f.valid_to < @on
            union select r.alias from remembered_aliases r where r.agency_id = agencies.id) as other_names
        """;

    /// <summary>With the names it had before and those a person said mean it.</summary>
    public const string Shown = $"{Columns}, {FormerName.Column}, array(select r.alias from remembered_aliases r where r.agency_id = agencies.id) as other_names";

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
    public string? FormerNames { get; init; }

    /// <summary>Names that mean it beside its aliases.</summary>
    public string[] OtherNames { get; init; } = [];

    public Agency ToAgency() => new(Id, Codes, Name, Aliases, KindOf(Kind), UnitId, ParentId, Requested, ValidFrom, ValidTo, SucceededBy, Email);

    public DirectoryAgency ToDirectoryAgency() => new(Id, Name, [.. Aliases.Union(OtherNames)], KindOf(Kind), UnitId);

    /// <summary>The kind that a word stands for.</summary>
    public static AgencyKind KindOf(string word) => Enum.Parse<AgencyKind>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}

/// <summary>A row of former_names.</summary>
internal sealed record FormerName(string Name, DateOnly ValidTo)
{
    public const string Column = """
        (select json_agg(json_build_object('name', f.name, 'valid_to', f.valid_to) order by f.valid_to desc) from former_names f where f.owner = id)::text as former_names
        """;

    public static IReadOnlyList<FormerName> Read(string? rows) => rows is null ? [] : JsonSerializer.Deserialize<List<FormerName>>(rows, RowJson.Options)!;
}
