using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Reporting.FunctionalTests.Obligations;

[Collection(nameof(Reporting))]
public sealed class ReadingObligations
{
    private readonly Reporting reporting;
    private readonly Office office;

    public ReadingObligations(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        reporting.ItIs(2026, 11, 1);
    }

    [Fact]
    public async Task Shows_who_owes_what_to_whom_until_when_and_why()
    {
        var (plan, round) = await office.Asks();

        var owed = await office.ObligationOf(office.Health, round);

        owed.ShouldBe(new V1.Obligation
        {
            Name = owed.Name,
            Etag = "v1",
            Round = round.Name,
            Duty = round.Duty,
            Plan = $"plans/{plan.PlanId}",
            Agency = $"agencies/{office.Health.AgencyId}",
            AgencyDisplayName = "Sở Y tế",
            Receiver = $"agencies/{office.Focal.AgencyId}",
            ReceiverDisplayName = "Sở Nội vụ",
            Period = "2026",
            Due = round.Due,
            State = V1.Obligation.Types.State.Owed,
            Timeliness = V1.Obligation.Types.Timeliness.NotDue,
            IssueTime = reporting.Clock.GetUtcNow().ToTimestamp(),
        });
        (await office.Owed.GetObligationAsync(new() { Name = owed.Name })).ShouldBe(owed);
    }

    [Fact]
    public async Task Shows_each_once_page_by_page()
    {
        var (plan, _) = await office.Asks();

        var first = await office.Owed.ListObligationsAsync(new() { Plan = $"plans/{plan.PlanId}", PageSize = 3 });
        var last = await office.Owed.ListObligationsAsync(new() { Plan = $"plans/{plan.PlanId}", PageSize = 3, PageToken = first.NextPageToken });

        (first.Obligations.Count, last.Obligations.Count, last.NextPageToken).ShouldBe((3, 1, ""));
        first.Obligations.Concat(last.Obligations).Select(obligation => obligation.Name).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task Shows_those_of_a_receiver_in_a_state_changed_since()
    {
        var (plan, round) = await office.Asks();
        reporting.ItIs(2026, 11, 2);
        await office.Submits(office.Health, round);
        var since = reporting.Clock.GetUtcNow().ToTimestamp();

        var request = new V1.ListObligationsRequest { Plan = $"plans/{plan.PlanId}", Receiver = $"agencies/{office.Focal.AgencyId}" };
        request.States.Add(V1.Obligation.Types.State.Submitted);
        (await office.Owed.ListObligationsAsync(request)).Obligations.ShouldHaveSingleItem().AgencyDisplayName.ShouldBe("Sở Y tế");

        (await office.Owed.ListObligationsAsync(new() { Plan = $"plans/{plan.PlanId}", UpdatedSince = since })).Obligations.ShouldHaveSingleItem();
        (await office.Owed.ListObligationsAsync(new() { Plan = $"plans/{plan.PlanId}", Receiver = office.Health.Codes[0] })).Obligations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_several_in_the_order_asked_for_or_none()
    {
        var (plan, _) = await office.Asks();
        var names = (await office.Obligations(plan)).Select(obligation => obligation.Name).Reverse().ToList();

        (await office.Owed.BatchGetObligationsAsync(new() { Names = { names } })).Obligations.Select(obligation => obligation.Name).ShouldBe(names);

        names.Add($"obligations/{Guid.CreateVersion7()}");
        var refused = await Refused.By(office.Owed.BatchGetObligationsAsync(new() { Names = { names } }));
        (refused.Code, refused.Reason).ShouldBe((StatusCode.NotFound, "OBLIGATION_NOT_FOUND"));
    }

    [Fact]
    public async Task Is_refused_for_what_is_malformed()
    {
        await office.IsKnown();

        (await Refused.By(office.Owed.GetObligationAsync(new() { Name = $"obligations/{Guid.CreateVersion7()}" }))).Reason.ShouldBe("OBLIGATION_NOT_FOUND");
        (await Refused.By(office.Owed.GetObligationAsync(new() { Name = "obligations/1" }))).Reason.ShouldBe("NAME_MALFORMED");
        (await Refused.By(office.Owed.BatchGetObligationsAsync(new() { Names = { "obligations/1" } }))).Reason.ShouldBe("NAME_MALFORMED");
        (await Refused.By(office.Owed.BatchGetObligationsAsync(new() { Names = { Enumerable.Repeat("obligations/1", 501) } }))).Reason.ShouldBe("TOO_MANY_NAMES");
        (await Refused.By(office.Owed.ListObligationsAsync(new() { PageSize = 1001 }))).Reason.ShouldBe("PAGE_SIZE_OUT_OF_RANGE");
        (await Refused.By(office.Owed.ListObligationsAsync(new() { PageToken = "AAAA" }))).Reason.ShouldBe("PAGE_TOKEN_INVALID");
        (await Refused.By(office.Owed.ListObligationsAsync(new() { Round = "rounds/1" }))).Reason.ShouldBe("NAME_MALFORMED");
        (await Refused.By(office.Owed.ListObligationsAsync(new() { Agency = "test:nobody" }))).Reason.ShouldBe("AGENCY_NOT_FOUND");
    }
}
