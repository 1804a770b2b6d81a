using SocialPolicy.Contracts.Events.PlanRegistry.V1;

namespace SocialPolicy.DirectoryCopy.FunctionalTests;

/// <summary>Units and agencies as the directory has them.</summary>
internal static class Rows
{
    public static readonly DateOnly In2024 = new(2024, 6, 30);
    public static readonly DateOnly In2026 = new(2026, 6, 30);

    /// <summary>The last day of the districts (huyện).</summary>
    public static readonly DateOnly LastDay = new(2025, 6, 30);

    public static ChangedUnit Unit(string name, string level = "province", Guid? parent = null) =>
        new(Guid.CreateVersion7(), [Code(name)], name, level, parent, null, null, []);

    public static ChangedAgency Agency(string name, Guid? unit = null, string kind = "department") =>
        new(Guid.CreateVersion7(), [Code(name)], name, kind, unit ?? Guid.CreateVersion7(), null, false, null, null, [], null);

    /// <summary>It ended, and these took over.</summary>
    public static ChangedAgency Ended(this ChangedAgency agency, params ChangedAgency[] heirs) =>
        agency with { ValidTo = LastDay, SucceededBy = [.. heirs.Select(heir => heir.AgencyId)] };

    private static string Code(string name) => $"test:{name.Replace(' ', '-')}-{Guid.CreateVersion7():N}";
}
