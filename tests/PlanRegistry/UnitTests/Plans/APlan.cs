using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Plans;

internal static class APlan
{
    public static readonly DateTimeOffset Now = new(2026, 11, 10, 3, 0, 0, TimeSpan.Zero);

    public static readonly PlanHeader Header = new()
    {
        Number = "43/KH-UBND",
        IssuedOn = new DocumentDate(2024, 2, 6),
        Issuer = "UBND tỉnh Sơn La",
        IssuerLevel = GovernmentLevel.Province,
        IssuerSystem = GovernmentSystem.State,
        Title = "Đổi mới chính sách xã hội",
        PeriodFrom = 2024,
        PeriodTo = 2030,
    };

    public static readonly PlanContent Empty = new([], [], [], [], [], [], []);

    public static Plan In(PlanState state, PlanHeader? header = null) => new(
        Guid.CreateVersion7(Now), version: 3, state, header ?? Header, state is PlanState.Published ? Now.AddDays(-1) : null);

    public static IRule ShouldBreak(Action act) => Should.Throw<RuleBroken>(act).First;
}
