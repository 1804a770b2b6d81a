namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>
/// Finds whom a document means by a name. A name without a place is looked for in the issuer's unit, then in the units above
/// it; one that fits nobody, or two, stays unknown: a person decides, never a guess.
/// </summary>
public static class PartyResolver
{
    /// <summary>Whom <paramref name="text"/> means in a document written in these surroundings.</summary>
    public static Party Resolve(string text, Surroundings around)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(around);
        foreach (var words in Readings(text))
        {
            if (AgencyCalled(words, around) is { } agency)
                return new Party(text, agency, null);
            if (GroupCalled(words, around) is { } group)
                return new Party(text, null, group);
        }

        return new Party(text, null, null);
    }

    /// <summary>
    /// The agency that a document names as its issuer; null when none or more than one fits. The issuer names its place
    /// ("UBND huyện Vạn Ninh"), or leaves it to the province.
    /// </summary>
    /// <param name="issuer">As read.</param>
    /// <param name="candidates">The agencies in force when the document was issued, each with its unit.</param>
    /// <param name="units">The units, to find which province a candidate is in.</param>
    /// <param name="province">The province the document names, with or without its kind; null when it names none.</param>
    public static DirectoryAgency? IssuerOf(
        string issuer,
        IReadOnlyList<(DirectoryAgency Agency, DirectoryUnit Unit)> candidates,
        IReadOnlyCollection<DirectoryUnit> units,
        string? province = null)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(units);
        var words = NameWords.Of(issuer);
        var wanted = string.IsNullOrWhiteSpace(province) ? null : Place.Of(province).Name;
        var byId = units.ToDictionary(x => x.Id);

        var fitting = candidates.Where(x => MayIssueAs(words, x.Agency, x.Unit, wanted) && IsIn(x.Unit, wanted, byId)).DistinctBy(x => x.Agency.Id).Take(2).ToList();
        return fitting is [var only] ? only.Agency : null;
    }

    /// <summary>The words of a name, then without each of the openings that the head of an agency stands for it by.</summary>
    internal static IEnumerable<string> Readings(string text)
    {
        for (var words = NameWords.Of(text); words is not null; words = WithoutOpening(words))
            yield return words;
    }

    /// <summary>The agencies of a unit that are called so; the one whose full name it is before the others.</summary>
    internal static List<Guid> AgenciesCalled(string words, DirectoryUnit unit, IReadOnlyList<DirectoryAgency> agencies)
    {
        var place = Place.Of(unit.Name);
        var fitting = agencies.Where(x => x.UnitId == unit.Id && IsCalled(x, words, place)).DistinctBy(x => x.Id).ToList();
        var exact = fitting.Where(x => NameWords.Of(x.Name) == words).ToList();
        return [.. (exact.Count == 1 ? exact : fitting).Select(x => x.Id)];
    }

    private static Guid? AgencyCalled(string words, Surroundings around) => around.Units
        .Select(unit => AgenciesCalled(words, unit, around.Agencies))
        .FirstOrDefault(x => x.Count > 0) is [var only] ? only : null;

    private static bool IsCalled(DirectoryAgency agency, string words, Place place)
    {
        var bare = place.Off(words);
        return agency.Names.Any(x => place.Off(NameWords.Of(x)) == bare);
    }

    private static AgencyGroup? GroupCalled(string words, Surroundings around)
    {
        DirectoryUnit? named = null;
        var left = words;
        GroupPhrase? phrase;
        while (!GroupPhrases.All.TryGetValue(left, out phrase))
        {
            if (GroupPhrases.Endings.Select(x => NameWords.Before(left, x)).FirstOrDefault(x => x is not null) is { } withoutEnding)
            {
                left = withoutEnding;
                continue;
            }

            // Thành phố Sơn La lies in tỉnh Sơn La: the unit that explains more of the words is the one named.
            var (unit, withoutPlace) = around.Units.Select(x => (x, Place.Of(x.Name).Off(left))).MinBy(x => x.Item2.Length);
            if (withoutPlace == left)
                return null;
            named ??= unit;
            left = withoutPlace;
        }

        return around.Units.FirstOrDefault(x => (named is null || x == named) && phrase.Suits(x, around)) is { } place
            ? new AgencyGroup(place.Id, phrase.IsBelow, phrase.Kinds)
            : null;
    }

    private static string? WithoutOpening(string words) =>
        GroupPhrases.Openings.Select(x => NameWords.After(words, x)).FirstOrDefault(x => x is not null);

    private static bool MayIssueAs(string words, DirectoryAgency agency, DirectoryUnit unit, string? province)
    {
        var place = Place.Of(unit.Name);
        var namesItsPlace = place.IsNamedBy(words) || NameWords.Of(agency.Name) == words || place.Name == province;
        return namesItsPlace && IsCalled(agency, words, place);
    }

    // A document that names another province means another unit of the same name.
    private static bool IsIn(DirectoryUnit unit, string? province, Dictionary<Guid, DirectoryUnit> units)
    {
        if (province is null)
            return true;
        for (var at = unit; at is not null; at = at.ParentId is { } above ? units.GetValueOrDefault(above) : null)
        {
            if (at.Level is UnitLevel.Province)
                return Place.Of(at.Name).Name == province;
        }

        return true;
    }
}
