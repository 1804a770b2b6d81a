using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Calendar;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Reporting.Domain.Duties;

namespace SocialPolicy.Reporting.UnitTests.Duties;

public class AdoptingDuties
{
    private static readonly DateOnly Published = new(2026, 2, 10);

    private static readonly PublishedReportingDuty Yearly = new(
        Guid.CreateVersion7(), ["các sở"], ["UBND tỉnh"], "Sở Nội vụ", "six_month", 25, 11, DeadlineInclusive: false, OnceOn: null, "kết quả");

    [Fact]
    public void Tracks_them_from_the_day_of_publication() => Adopt(Yearly).Plan.TrackFrom.ShouldBe(Published);

    [Fact]
    public void Takes_deadline_and_frequency_and_asks_before_days_off() =>
        Adopt(Yearly).Duties.ShouldHaveSingleItem().Schedule
            .ShouldBe(new(Frequency.SixMonth, 25, 11, Inclusive: false, OnceOn: null, OffDayRule.PreviousWorkingDay));

    [Fact]
    public void Knows_nobody_by_name_alone()
    {
        var duty = Adopt(Yearly).Duties[0];

        duty.Reporters.ShouldBe([new Party("các sở")]);
        duty.Via.ShouldBe(new Party("Sở Nội vụ"));
    }

    [Fact]
    public void Knows_the_agencies_and_groups_that_were_told()
    {
        var (agency, unit) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var duty = Adopt(Yearly with
        {
            ReporterParties = [new("các sở", null, new(unit, Below: true, ["department"]))],
            ViaParty = new("Sở Nội vụ", agency, null),
        }).Duties[0];

        duty.Via.ShouldBe(new Party("Sở Nội vụ", agency));
        duty.Reporters[0].Group.ShouldNotBeNull().ShouldSatisfyAllConditions(
            group => group.UnitId.ShouldBe(unit),
            group => group.Below.ShouldBeTrue(),
            group => group.Kinds.ShouldBe(["department"]));
    }

    [Fact]
    public void Guesses_no_frequency() => Should.Throw<ArgumentException>(() => Adopt(Yearly with { Frequency = "biennial" }));

    [Theory]
    [InlineData(2030, DutyState.Dated)]
    [InlineData(2031, DutyState.Ended)]
    public void Ends_with_the_plans_last_year(int year, DutyState state) =>
        Adopt(Yearly).Duties[0].StateOn(new(year, 1, 1), new(2024, 2030)).ShouldBe(state);

    [Theory]
    [InlineData("2026-01-01", null)]
    [InlineData("2025-12-31", "TRACK_FROM_TOO_EARLY")]
    public void Counts_from_the_plans_first_year_at_the_earliest(string from, string? reason) => Refused(from, firstYear: 2026).ShouldBe(reason);

    [Theory]
    [InlineData("2021-02-10", null)]
    [InlineData("2021-02-09", "TRACK_FROM_TOO_EARLY")]
    public void Counts_from_five_years_ago_at_the_earliest(string from, string? reason)
    {
        Refused(from, firstYear: 2011).ShouldBe(reason);
        Refused(from, firstYear: null).ShouldBe(reason);
    }

    [Fact]
    public void Counts_from_no_day_of_its_first_year_that_is_more_than_five_years_ago() => Refused("2021-01-01", firstYear: 2021).ShouldBe("TRACK_FROM_TOO_EARLY");

    private static string? Refused(string from, int? firstYear)
    {
        var rule = new TrackingStartsInReach(DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture), new(firstYear, 2030), Today: Published);
        return rule.IsBroken ? ((IRule)rule).Reason : null;
    }

    private static Adoption Adopt(params PublishedReportingDuty[] duties)
    {
        var plan = new PlanPublished(Guid.CreateVersion7(), "43/KH-UBND", "Kế hoạch", "UBND tỉnh", null, 2024, 2030, null, [], duties);
        var envelope = new Envelope(Guid.CreateVersion7(), "planregistry.PlanPublished", 1, $"plans/{plan.PlanId}", 3, default, default, "registrar", null);
        return Adoption.Of(plan, envelope, Published);
    }
}
