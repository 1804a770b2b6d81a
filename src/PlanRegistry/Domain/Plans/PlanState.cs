namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>Where a plan stands in its life.</summary>
public enum PlanState
{
    /// <summary>Read by machine; nobody has confirmed the reading.</summary>
    Read,

    /// <summary>A person has confirmed the reading, with or without corrections.</summary>
    Confirmed,

    /// <summary>In force and announced; its content never changes again.</summary>
    Published,
}
