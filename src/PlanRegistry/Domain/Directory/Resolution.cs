namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>How sure it is whom a name means.</summary>
public enum Confidence
{
    /// <summary>It is the agency's name.</summary>
    Exact,

    /// <summary>It is one of its other names.</summary>
    Alias,

    /// <summary>It is a phrase for a group.</summary>
    Group,

    /// <summary>It meant one that has ended, and this is an heir.</summary>
    Heir,

    /// <summary>It has most of the words.</summary>
    Guess,
}

/// <summary>An agency that a name may mean.</summary>
/// <param name="Why">A sentence.</param>
public sealed record Candidate(Guid AgencyId, Confidence Confidence, string Why);

/// <summary>Whom a name means, how sure that is, and whom else it may mean.</summary>
/// <param name="Party">With neither agency nor group when not known.</param>
/// <param name="Confidence">Null when not known.</param>
/// <param name="Why">A sentence.</param>
/// <param name="Candidates">For a person, of a name that is not known; the likeliest first.</param>
public sealed record Resolution(Party Party, Confidence? Confidence, string Why, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>Whether two or more are called so.</summary>
    public bool FitsSeveral => !Party.IsKnown && Candidates.Count(candidate => candidate.Confidence is not Directory.Confidence.Guess) > 1;
}
