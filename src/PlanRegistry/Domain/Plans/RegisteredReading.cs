using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>What the register keeps of a machine's reading. Ids are given here, once.</summary>
public static class RegisteredReading
{
    /// <summary>The header, in which null is: not stated.</summary>
    public static PlanHeader HeaderOf(Reading reading) => new()
    {
        Number = HeaderTexts.Of(reading, "number"),
        IssuedOn = IssueDateOf(reading) is { IsValid: true } date ? date : null,
        Issuer = HeaderTexts.Of(reading, "issuer"),
        IssuerLevel = reading.Issuer?.Level,
        IssuerSystem = reading.Issuer?.System,
        Province = HeaderTexts.Of(reading, "province"),
        Title = HeaderTexts.Of(reading, "title"),
        Signer = HeaderTexts.Of(reading, "signer"),
        SignerTitle = HeaderTexts.Of(reading, "signer_title"),
        PeriodFrom = reading.Period?.From,
        PeriodTo = reading.Period?.To,
        VisionYear = reading.Period?.Vision,
    };

    /// <summary>The content of a reading of <paramref name="text"/>, taken in at <paramref name="at"/>.</summary>
    public static PlanContent ContentOf(Reading reading, string text, DateTimeOffset at)
    {
        var targets = RegisteredTargets.Of(reading, at);
        var duties = reading.ReportingDuties.Select(duty => Registered.Duty(duty, at)).ToList();
        return new PlanContent(
            [.. reading.LegalBases.Select(Registered.LegalBasis)],
            [.. reading.Objectives.Select(Registered.Objective)],
            [.. targets.Select(target => target.Kept)],
            RegisteredTasks.Of(reading, at),
            [.. reading.TaskRows.Select(Registered.TaskRow)],
            duties,
            [
                .. reading.Flags.Select(Registered.Flag),
                .. HeaderTexts.Flags(reading),
                .. targets.SelectMany(target => Registered.Flags(target.Read, target.Kept)),
                .. reading.ReportingDuties.Zip(duties, Registered.Flags).SelectMany(flags => flags),
                .. reading.Unread.Select(span => Registered.Unread(span, text)),
            ])
        {
            OrganisationDuties = PlanOrganisationDuty.Of(reading),
        };
    }

    private static DocumentDate? IssueDateOf(Reading reading) => reading switch
    {
        { IssuedOn: { } day } => DocumentDate.Of(day),
        { IssuedOnPartial: { Year: { } year } partial } => new DocumentDate(year, partial.Month),
        _ => null,
    };
}
