using System.Globalization;

namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>Says how sure it is whom a name means, and for a name that is not known whom it may mean. The person decides.</summary>
public static class PartyExplainer
{
    private const int MostCandidates = 5;
    private const double LeastLikeness = 0.5;

    /// <summary>The answer of <see cref="PartyResolver"/> with its reasons.</summary>
    public static Resolution Explain(string text, Surroundings around)
    {
        var party = PartyResolver.Resolve(text, around);
        if (party.Group is not null)
            return new(party, Confidence.Group, "It is a phrase for a group.", []);
        if (party.AgencyId is { } agency)
        {
            var named = around.Agencies.First(one => one.Id == agency);
            var place = Place.Of(around.Units.First(unit => unit.Id == named.UnitId).Name);
            return IsItsName(text, named, place)
                ? new(party, Confidence.Exact, $"It is the name of {named.Name}.", [])
                : new(party, Confidence.Alias, $"It is another name of {named.Name}.", []);
        }

        var namesakes = Namesakes(text, around);
        return namesakes.Count > 1
            ? new(party, null, $"{namesakes.Count} agencies are called so.", namesakes)
            : new(party, null, "The directory knows nobody of that name.", Likely(text, around));
    }

    /// <summary>Agencies that may have issued a document, by the likeness of their full names to the issuer as read.</summary>
    public static IReadOnlyList<Candidate> LikelyIssuers(string issuer, IReadOnlyList<(DirectoryAgency Agency, DirectoryUnit Unit)> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var words = Words(NameWords.Of(issuer));
        return Likeliest(candidates.Select(one => (one.Agency, one.Agency.Names.Max(name => Likeness(words, Words(NameWords.Of(name)))))));
    }

    private static bool IsItsName(string text, DirectoryAgency agency, Place place) =>
        PartyResolver.Readings(text).Any(words => place.Off(words) == place.Off(NameWords.Of(agency.Name)));

    private static List<Candidate> Namesakes(string text, Surroundings around) =>
    [
        .. PartyResolver.Readings(text)
            .Select(words => around.Units.Select(unit => PartyResolver.AgenciesCalled(words, unit, around.Agencies)).FirstOrDefault(found => found.Count > 0))
            .FirstOrDefault(found => found is not null)?.Take(MostCandidates).Select(id => new Candidate(id, Confidence.Alias, "It is called so, and it is not the only one.")) ?? [],
    ];

    private static List<Candidate> Likely(string text, Surroundings around)
    {
        var words = Words(PartyResolver.Readings(text).Last());
        var places = around.Units.ToDictionary(unit => unit.Id, unit => Place.Of(unit.Name));
        return Likeliest(around.Agencies.Select(agency => (agency, agency.Names.Max(name => Likeness(words, Words(places[agency.UnitId].Off(NameWords.Of(name))))))));
    }

    private static List<Candidate> Likeliest(IEnumerable<(DirectoryAgency Agency, double Shared)> found) =>
    [
        .. found.Where(one => one.Shared >= LeastLikeness)
            .OrderByDescending(one => one.Shared).ThenBy(one => one.Agency.Name, StringComparer.Ordinal)
            .Take(MostCandidates)
            .Select(one => new Candidate(one.Agency.Id, Confidence.Guess, string.Create(CultureInfo.InvariantCulture, $"It shares {one.Shared * 100:0} % of the words."))),
    ];

    private static HashSet<string> Words(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    // Words in common, of all words of both.
    private static double Likeness(HashSet<string> one, HashSet<string> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
}
