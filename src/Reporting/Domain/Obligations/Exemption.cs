namespace SocialPolicy.Reporting.Domain.Obligations;

/// <summary>Why an obligation is exempted: stable words.</summary>
public static class Exemption
{
    /// <summary>The plan no longer has the duty.</summary>
    public const string DutyDropped = "DUTY_DROPPED";

    /// <summary>The duty no longer asks for this period.</summary>
    public const string PeriodNotAskedFor = "PERIOD_NOT_ASKED_FOR";

    /// <summary>The duty no longer asks this agency.</summary>
    public const string AgencyNotAsked = "AGENCY_NOT_ASKED";

    /// <summary>The agency ended before it had reported; its only heir owes in its place, unless the last day was over.</summary>
    public const string AgencyEnded = "AGENCY_ENDED";

    /// <summary>It was issued to an heir, and in the directory it is the heir no more of an agency that was asked.</summary>
    public const string SuccessionTakenBack = "SUCCESSION_TAKEN_BACK";
}
