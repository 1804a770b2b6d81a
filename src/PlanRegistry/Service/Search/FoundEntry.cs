using SocialPolicy.PlanRegistry.Domain.Search;

namespace SocialPolicy.PlanRegistry.Service.Search;

/// <summary>A row of search_entries, with how well it fits.</summary>
internal sealed class FoundEntry
{
    public string Kind { get; init; } = "";
    public Guid Id { get; init; }
    public Guid? PlanId { get; init; }
    public string Head { get; init; } = "";
    public string Body { get; init; } = "";
    public int Standing { get; init; }
    public SearchTier Tier { get; set; }
}

/// <summary>Where a page ends: the sort key of its last entry.</summary>
internal sealed record SearchPosition(SearchTier Tier, int Standing, Guid Id);

/// <summary>What is shown of the plan an entry is in.</summary>
internal sealed class PlanShown
{
    public Guid Id { get; init; }
    public string? Title { get; init; }
    public string? Number { get; init; }
    public string? Issuer { get; init; }
}
