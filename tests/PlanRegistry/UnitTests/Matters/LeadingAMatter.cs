using SocialPolicy.PlanRegistry.Domain.Matters;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.UnitTests.Plans;

namespace SocialPolicy.PlanRegistry.UnitTests.Matters;

public sealed class LeadingAMatter
{
    private static readonly DateOnly Today = new(2026, 11, 10);

    [Fact]
    public void Goes_from_open_to_closed_and_back()
    {
        var (matter, raised) = Matter.Raise(Guid.CreateVersion7(), new(Guid.CreateVersion7(), OwnableKind.Target, Guid.CreateVersion7()), MatterKind.Proposal, "x", null, Today, Today);
        matter.Assign(Guid.CreateVersion7(), Today, Today);
        matter.Reply("đáp");
        var closed = matter.Close("xong", null);
        var again = matter.Reopen();

        (raised.TargetId, raised.TaskId, raised.Kind).ShouldBe((matter.Subject.ItemId, null, "proposal"));
        (closed.Answer, closed.Conclusion).ShouldBe(("đáp", "xong"));
        again.ShouldBe(raised);
        (matter.State, matter.Answer, matter.Conclusion, matter.Version).ShouldBe((MatterState.Assigned, null, null, 5));
    }

    [Theory]
    [InlineData(MatterState.Open, "MATTER_NOT_ASSIGNED", "MATTER_NOT_ANSWERED", "MATTER_NOT_CLOSED")]
    [InlineData(MatterState.Assigned, null, "MATTER_NOT_ANSWERED", "MATTER_NOT_CLOSED")]
    [InlineData(MatterState.Answered, "MATTER_ALREADY_ANSWERED", null, "MATTER_NOT_CLOSED")]
    [InlineData(MatterState.Closed, "MATTER_ALREADY_CLOSED", "MATTER_ALREADY_CLOSED", null)]
    public void Is_refused_out_of_turn(MatterState state, string? answering, string? closing, string? reopening)
    {
        Refusal(state, matter => matter.Reply("x")).ShouldBe(answering);
        Refusal(state, matter => matter.Close("x", null)).ShouldBe(closing);
        Refusal(state, matter => matter.Reopen()).ShouldBe(reopening);
        Refusal(state, matter => matter.Assign(Guid.CreateVersion7(), Today, Today)).ShouldBe(state is MatterState.Closed ? "MATTER_ALREADY_CLOSED" : null);
    }

    [Fact]
    public void Of_an_adjustment_closes_by_an_amendment_and_no_other_does()
    {
        APlan.ShouldBreak(() => In(MatterState.Answered, MatterKind.Adjustment).Close("x", null)).Reason.ShouldBe("ADJUSTMENT_CLOSES_BY_AMENDMENT");
        APlan.ShouldBreak(() => In(MatterState.Answered, MatterKind.Finding).Close("x", Guid.CreateVersion7())).Reason.ShouldBe("AMENDMENT_CLOSES_ADJUSTMENTS");
        var amendment = Guid.CreateVersion7();
        In(MatterState.Answered, MatterKind.Adjustment).Close("x", amendment).AmendmentId.ShouldBe(amendment);
    }

    [Fact]
    public void Of_a_request_may_end_with_its_being_declined()
    {
        var adjustment = In(MatterState.Answered, MatterKind.Adjustment);
        var closed = adjustment.Close("Không còn nguồn", null, MatterOutcome.Declined);

        (adjustment.State, adjustment.Outcome, closed.AmendmentId, closed.Outcome).ShouldBe((MatterState.Closed, MatterOutcome.Declined, null, "declined"));
        adjustment.Reopen();
        adjustment.Outcome.ShouldBeNull();
        In(MatterState.Answered, MatterKind.Proposal).Close("x", null, MatterOutcome.Declined).Outcome.ShouldBe("declined");
        In(MatterState.Answered, MatterKind.Proposal).Close("x", null).Outcome.ShouldBe("settled");
        APlan.ShouldBreak(() => In(MatterState.Answered, MatterKind.Adjustment).Close("x", Guid.CreateVersion7(), MatterOutcome.Declined)).Reason.ShouldBe("DECLINED_WITH_AMENDMENT");
        foreach (var kind in (MatterKind[])[MatterKind.Difficulty, MatterKind.Finding])
            APlan.ShouldBreak(() => In(MatterState.Answered, kind).Close("x", null, MatterOutcome.Declined)).Reason.ShouldBe("NOTHING_TO_DECLINE");
    }

    [Fact]
    public void Is_overdue_the_day_after_its_last_one_while_nobody_has_answered()
    {
        Matter.IsOverdue(MatterState.Assigned, Today, Today).ShouldBeFalse();
        Matter.IsOverdue(MatterState.Assigned, Today, Today.AddDays(1)).ShouldBeTrue();
        Matter.IsOverdue(MatterState.Answered, Today, Today.AddDays(1)).ShouldBeFalse();
    }

    private static string? Refusal(MatterState state, Action<Matter> act)
    {
        try
        {
            act(In(state, MatterKind.Difficulty));
            return null;
        }
        catch (BuildingBlocks.Domain.Rules.RuleBroken broken)
        {
            return broken.First.Reason;
        }
    }

    private static Matter In(MatterState state, MatterKind kind)
    {
        var isAssigned = state is not MatterState.Open;
        return new(
            Guid.CreateVersion7(), 1, new(Guid.CreateVersion7(), null, null), kind, state, "x", null, Today,
            isAssigned ? Guid.CreateVersion7() : null, isAssigned ? Today : null, state is MatterState.Answered or MatterState.Closed ? "đáp" : null);
    }
}
