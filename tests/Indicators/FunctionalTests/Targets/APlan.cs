using SocialPolicy.Contracts.Events.PlanRegistry.V1;

namespace SocialPolicy.Indicators.FunctionalTests.Targets;

internal static class APlan
{
    private static int targets;

    public static PlanPublished With(params PublishedTarget[] targets) => new(
        Guid.CreateVersion7(), "43/KH-UBND", "Thực hiện chính sách xã hội", "UBND tỉnh Sơn La", new DateOnly(2024, 2, 6), 2024, 2030, null, targets, [],
        IssuerAgencyId: Guid.CreateVersion7(), UnitId: Guid.CreateVersion7());

    /// <summary>A target of an indicator that no other target asks for, unless one is named.</summary>
    public static PublishedTarget Target(string? indicator = null) => new(
        Guid.CreateVersion7(), ParentId: null, "targets", indicator ?? $"tỷ lệ hộ nghèo trong nhóm {Interlocked.Increment(ref targets)}", "lt",
        Value: 3.50m, ValueMax: null, "%", Bound: null, PerYear: false, Population: null, Geography: "khu vực thành thị", Year: 2030, "down");
}
