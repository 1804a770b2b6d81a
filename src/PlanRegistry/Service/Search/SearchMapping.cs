using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Search;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Documents;
using SocialPolicy.PlanRegistry.Service.Plans;
using static SocialPolicy.PlanRegistry.V1.SearchResult.Types;

namespace SocialPolicy.PlanRegistry.Service.Search;

/// <summary>What was found, in the words of the contract.</summary>
internal static class SearchMapping
{
    private const int LongestExcerpt = 240;

    private static readonly WirePairs<SearchTier, Fit> Fits = new(
        (SearchTier.Words, Fit.Words),
        (SearchTier.Phrase, Fit.Phrase),
        (SearchTier.HeadWords, Fit.HeadWords),
        (SearchTier.HeadPhrase, Fit.HeadPhrase),
        (SearchTier.Number, Fit.Number));

    private static readonly IReadOnlyList<Kind> Kinds = [Kind.Plan, Kind.Agency, Kind.Unit, Kind.Document, Kind.Target, Kind.Task];

    /// <summary>The words of the kinds asked for; all of them when none is.</summary>
    public static string[] KindsOf(IReadOnlyCollection<Kind> asked)
    {
        Check.All(asked.Select(kind => new ValuesAreKnown("kinds", $"{kind}", Kinds.Contains(kind))));
        return [.. (asked.Count == 0 ? Kinds : asked).Distinct().Select(Words.Of)];
    }

    public static V1.SearchResult ToContract(this FoundEntry entry, SearchQuery query, PlanShown? plan)
    {
        var kind = Words.Read<Kind>(entry.Kind);
        return new()
        {
            Kind = kind,
            Name = NameOf(kind, entry),
            Head = Domain.Search.Passage.Of(entry.Head, query).ToContract(),
            Excerpt = Domain.Search.Passage.Best(entry.Body, query, LongestExcerpt)?.ToContract(),
            Plan = entry.PlanId is { } id ? PlanService.PlanName.Of(id) : "",
            PlanTitle = plan?.Title ?? "",
            PlanNumber = plan?.Number ?? "",
            PlanIssuer = plan?.Issuer ?? "",
            Fit = Fits.Of(entry.Tier),
        };
    }

    private static string NameOf(Kind kind, FoundEntry entry) => kind switch
    {
        Kind.Plan => PlanService.PlanName.Of(entry.Id),
        Kind.Target => ContentMapping.TargetName.Of(entry.PlanId!.Value, entry.Id),
        Kind.Task => ContentMapping.TaskName.Of(entry.PlanId!.Value, entry.Id),
        Kind.Agency => DirectoryService.AgencyName.Of(entry.Id),
        Kind.Unit => DirectoryService.UnitName.Of(entry.Id),
        _ => DocumentService.DocumentName.Of(entry.Id),
    };

    private static V1.SearchResult.Types.Passage ToContract(this Domain.Search.Passage passage) => new()
    {
        Text = passage.Text,
        Highlights = { passage.Highlights.Select(range => new Highlight { Start = range.Start, End = range.End }) },
    };
}
