using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Calendar;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Reporting.Domain.Duties;

namespace SocialPolicy.Reporting.Domain.Rounds;

/// <summary>A day with its reason.</summary>
/// <param name="Day">The day.</param>
/// <param name="Why">The rule and both sentences.</param>
public sealed record ExplainedDay(DateOnly Day, Explanation Why);

/// <summary>A letter that opens a round.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Period">What is reported on.</param>
/// <param name="Due">The last day, as it is said.</param>
/// <param name="CutOff">The last day of the data; null: as the calendar has it.</param>
public sealed record Letter(string Number, ReportingPeriod Period, DateOnly Due, DateOnly? CutOff);

/// <summary>How a round came about.</summary>
public enum RoundKind
{
    /// <summary>By the duty's own date.</summary>
    Scheduled,

    /// <summary>By a letter.</summary>
    Opened,
}

/// <summary>One period for which a duty asks for reports (kỳ báo cáo).</summary>
public sealed record Round
{
    public required Guid Id { get; init; }
    public required Guid DutyId { get; init; }
    public required Guid PlanId { get; init; }
    public required RoundKind Kind { get; init; }
    public required ReportingPeriod Period { get; init; }

    /// <summary>The last safe day.</summary>
    public required ExplainedDay Due { get; init; }

    /// <summary>Nobody is late up to this day; never before <see cref="Due"/>.</summary>
    public required DateOnly LateAfter { get; init; }

    /// <summary>The last day whose data count.</summary>
    public required ExplainedDay CutOff { get; init; }

    /// <summary>Due before its period closes: figures are estimates (ước thực hiện).</summary>
    public required bool Estimate { get; init; }

    /// <summary>Due before the plan was tracked.</summary>
    public bool History { get; init; }

    public string? LetterNumber { get; init; }

    /// <summary>Null for history of which nobody knows who received.</summary>
    public Guid? ReceiverId { get; init; }

    /// <summary>The day whose directory says who is asked.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>A round by the duty's own date.</summary>
    public static Round Scheduled(Guid id, Duty duty, DueRound due, Guid? receiver, DateOnly today) => new()
    {
        Id = id,
        DutyId = duty.Id,
        PlanId = duty.PlanId,
        Kind = RoundKind.Scheduled,
        Period = due.Occurrence.Period,
        Due = new(due.Occurrence.Due.Date, due.Occurrence.Due.Explain()),
        LateAfter = due.Occurrence.Due.LateAfter,
        CutOff = new(due.Occurrence.CutOff.Date, due.Occurrence.CutOff.Explain()),
        Estimate = due.Occurrence.IsEstimate,
        History = due.History,
        ReceiverId = receiver,
        OpenedOn = today,
    };

    /// <summary>A round by a letter: the day is taken as it is said; late is nobody before the next working day.</summary>
    public static Round ByLetter(Guid id, Duty duty, Letter letter, Guid receiver, DateOnly today, WorkingDays days)
    {
        var usual = new CutOff(letter.Due, days.Before(letter.Due), letter.Period);
        var round = new Round
        {
            Id = id,
            DutyId = duty.Id,
            PlanId = duty.PlanId,
            Kind = RoundKind.Opened,
            Period = letter.Period,
            Due = new(letter.Due, SetBy(letter)),
            LateAfter = days.FirstFrom(letter.Due),
            CutOff = letter.CutOff is { } day ? new(day, SetBy(letter)) : new(usual.Date, usual.Explain()),
            Estimate = letter.Due < letter.Period.DataTo,
            LetterNumber = letter.Number,
            ReceiverId = receiver,
            OpenedOn = today,
        };
        Check.All(new RoundsAreDueFromTodayOn(letter.Due, today), new DataCloseBeforeTheyAreDue(round.CutOff.Day, letter.Due));
        return round;
    }

    /// <summary>What others are told of it.</summary>
    public RoundOpened ToFact() => new(Id, DutyId, PlanId, Period.ToString(), Due.Day, CutOff.Day, Estimate, LetterNumber, ReceiverId!.Value);

    private static Explanation SetBy(Letter letter) => new(
        "SET_BY_A_PERSON", $"Set by the letter {letter.Number}.", $"Theo văn bản số {letter.Number}.");
}
