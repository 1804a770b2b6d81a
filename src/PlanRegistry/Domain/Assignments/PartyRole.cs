namespace SocialPolicy.PlanRegistry.Domain.Assignments;

/// <summary>What a name in a plan is.</summary>
public enum PartyRole
{
    /// <summary>Who issued the plan.</summary>
    Issuer,

    /// <summary>Who reports.</summary>
    Reporter,

    /// <summary>Who is reported to.</summary>
    Addressee,

    /// <summary>The focal agency that a report goes through.</summary>
    Via,
}
