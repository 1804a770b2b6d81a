namespace SocialPolicy.PlanRegistry.Domain.Owners;

/// <summary>What a suggested agency would be.</summary>
public enum OwnerRole
{
    /// <summary>Chủ trì.</summary>
    Lead,

    /// <summary>Phối hợp.</summary>
    Coordinating,
}

/// <summary>How sure a suggestion is.</summary>
public enum SuggestionConfidence
{
    /// <summary>It follows from the field of policy, or from few shared words.</summary>
    Low,

    /// <summary>The organisation section gives the agency work in these words, or a task above names it.</summary>
    Medium,

    /// <summary>The item itself names it.</summary>
    High,
}

/// <summary>Where a suggestion comes from.</summary>
public enum SuggestionBasis
{
    /// <summary>The task names it.</summary>
    OwnWords,

    /// <summary>The task around it names it.</summary>
    TaskAbove,

    /// <summary>The section on organisation gives it work in the same words.</summary>
    Organisation,

    /// <summary>Its name, or what the section on organisation asks of it, is of the item's field of policy.</summary>
    Theme,
}

/// <summary>Who may be meant to own an item. A person decides.</summary>
/// <param name="Text">As written.</param>
/// <param name="AgencyId">The one agency the text means; null for a group and for a name that is not known.</param>
/// <param name="Role">Lead or coordinating.</param>
/// <param name="Confidence">How sure.</param>
/// <param name="Basis">Where it comes from.</param>
/// <param name="Quote">The words of the plan, shortened.</param>
public sealed record OwnerSuggestion(string Text, Guid? AgencyId, OwnerRole Role, SuggestionConfidence Confidence, SuggestionBasis Basis, string Quote);
