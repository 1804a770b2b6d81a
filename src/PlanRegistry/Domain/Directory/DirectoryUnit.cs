namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>The level of an administrative unit (cấp hành chính), the highest first.</summary>
public enum UnitLevel
{
    /// <summary>The whole country.</summary>
    Country,

    /// <summary>Tỉnh, thành phố trực thuộc trung ương.</summary>
    Province,

    /// <summary>Huyện, thị xã, quận, thành phố thuộc tỉnh: none after 2025-06-30.</summary>
    District,

    /// <summary>Xã, phường, thị trấn, đặc khu.</summary>
    Commune,
}

/// <summary>An administrative unit (đơn vị hành chính).</summary>
/// <param name="ParentId">The unit above it; null at the top.</param>
/// <param name="Name">With its kind: "huyện Vạn Ninh".</param>
public sealed record DirectoryUnit(Guid Id, UnitLevel Level, Guid? ParentId, string Name);
