namespace SocialPolicy.Reporting.Domain.Duties;

/// <summary>What a person should look at in a duty: stable words, in the order they are told.</summary>
public static class Findings
{
    /// <summary>A reporter is unknown, has no single heir, or a group has no member: nobody is asked in its place.</summary>
    public const string ReportersUnknown = "REPORTERS_UNKNOWN";

    /// <summary>The focal agency named is unknown or has no single heir; the addressee receives.</summary>
    public const string ViaUnknown = "VIA_UNKNOWN";

    /// <summary>Neither the focal agency nor an addressee is known: rounds wait until one is.</summary>
    public const string ReceiverUnknown = "RECEIVER_UNKNOWN";

    /// <summary>Reports of the level below are due less than a working day before this one, which is made of them (Nghị định 09/2019/NĐ-CP, Điều 8).</summary>
    public const string TooLittleTime = "TOO_LITTLE_TIME_AFTER_LEVEL_BELOW";
}
