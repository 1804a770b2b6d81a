using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.Calendar;
using SocialPolicy.Reporting.Domain.Rounds;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>The letter that a request tells of.</summary>
internal static class LetterMapping
{
    private const int MaxNumber = 100;

    /// <summary>Throws FIELD_REQUIRED, FIELD_TOO_LONG, PERIOD_MALFORMED, DATE_INVALID.</summary>
    public static Letter ToLetter(this V1.OpenRoundRequest request)
    {
        var due = request.Due.ToDay("due");
        var cutOff = request.Cutoff.ToDay("cutoff");
        var wellFormed = ReportingPeriod.TryParse(request.Period, out var period);
        Check.All(
            new FieldsAreFilled("period", request.Period.Length > 0),
            new FieldsAreFilled("due", due is not null),
            new FieldsAreFilled("letter_number", request.LetterNumber.Length > 0),
            new TextsFitTheirField("letter_number", request.LetterNumber.Length, MaxNumber),
            new PeriodsAreWellFormed("period", request.Period, wellFormed || request.Period.Length == 0));
        return new(request.LetterNumber, period!, due!.Value, cutOff);
    }
}
