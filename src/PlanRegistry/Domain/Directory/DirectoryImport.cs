using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Directory.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>What an import makes of the directory.</summary>
/// <param name="AddedUnits">New ones.</param>
/// <param name="ChangedUnits">Those that say something else now.</param>
/// <param name="AddedAgencies">New ones.</param>
/// <param name="ChangedAgencies">Those that say something else now.</param>
/// <param name="Unchanged">Rows that said what was known.</param>
public sealed record DirectoryChanges(
    IReadOnlyList<Unit> AddedUnits,
    IReadOnlyList<Unit> ChangedUnits,
    IReadOnlyList<Agency> AddedAgencies,
    IReadOnlyList<Agency> ChangedAgencies,
    int Unchanged);

/// <summary>Decides what rows change: keyed by their first code, all or nothing.</summary>
public static class DirectoryImport
{
    private const int LongestUnitName = 200;
    private const int LongestAgencyName = 300;
    private const int LongestEmail = 254;
    private const int MostShown = 100;

    /// <summary>The changes. Throws RuleBroken with DIRECTORY_ROWS_INVALID and up to 100 of the rules that rows break.</summary>
    /// <param name="knownUnits">All of the directory.</param>
    /// <param name="knownAgencies">All of the directory.</param>
    /// <param name="unitRows">What is said of units.</param>
    /// <param name="agencyRows">What is said of agencies.</param>
    /// <param name="recorded">What became of them as people recorded it: rows that say otherwise are wrong.</param>
    /// <param name="unreadable">What broke while further rows were read: they are wrong as well.</param>
    /// <param name="at">When: new ids begin with it.</param>
    public static DirectoryChanges Decide(
        IReadOnlyCollection<Unit> knownUnits, IReadOnlyCollection<Agency> knownAgencies, IReadOnlyList<UnitRow> unitRows, IReadOnlyList<AgencyRow> agencyRows,
        IReadOnlyCollection<RecordedSuccession> recorded, IReadOnlyList<IRule> unreadable, DateTimeOffset at)
    {
        var broken = new List<IRule>(unreadable);
        var units = new CodeBook(knownUnits.SelectMany(unit => unit.Codes.Select(code => (code, unit.Id))), at);
        var agencies = new CodeBook(knownAgencies.SelectMany(agency => agency.Codes.Select(code => (code, agency.Id))), at);
        broken.AddRange(unitRows.SelectMany(WrongWith));
        broken.AddRange(agencyRows.SelectMany(WrongWith));
        MustBeValid(broken);

        broken.AddRange(unitRows.SelectMany(row => units.Take(row.Path, row.Codes)));
        broken.AddRange(agencyRows.SelectMany(row => agencies.Take(row.Path, row.Codes)));
        broken.AddRange(unitRows.SelectMany(row => units.Unknown(row.Path, row.SucceededByCodes.Append(row.ParentCode))));
        broken.AddRange(agencyRows.SelectMany(row => agencies.Unknown(row.Path, row.SucceededByCodes.Append(row.ParentCode)).Concat(units.Unknown(row.Path, [row.UnitCode]))));
        MustBeValid(broken);

        var newUnits = unitRows.Select(row => Of(row, units)).ToList();
        var newAgencies = agencyRows.Select(row => Of(row, units, agencies)).ToList();
        broken.AddRange(Circles(unitRows.Zip(newUnits, (row, unit) => (row.Path, row.Codes[0], unit.Id, unit.ParentId)), knownUnits.Select(unit => (unit.Id, unit.ParentId))));
        broken.AddRange(Circles(agencyRows.Zip(newAgencies, (row, agency) => (row.Path, row.Codes[0], agency.Id, agency.ParentId)), knownAgencies.Select(agency => (agency.Id, agency.ParentId))));
        var facts = recorded.ToLookup(fact => fact.Id);
        broken.AddRange(unitRows.Zip(newUnits, (row, unit) => Contradictions(row.Path, row.Codes[0], facts[unit.Id], unit.Name, unit.ValidTo, unit.SucceededBy)).SelectMany(rules => rules));
        broken.AddRange(agencyRows.Zip(newAgencies, (row, agency) => Contradictions(row.Path, row.Codes[0], facts[agency.Id], agency.Name, agency.ValidTo, agency.SucceededBy)).SelectMany(rules => rules));
        MustBeValid(broken);

        var beforeUnits = knownUnits.ToDictionary(unit => unit.Id);
        var beforeAgencies = knownAgencies.ToDictionary(agency => agency.Id);
        var changedUnits = newUnits.Where(unit => beforeUnits.TryGetValue(unit.Id, out var before) && !unit.SaysTheSameAs(before)).ToList();
        var changedAgencies = newAgencies.Where(agency => beforeAgencies.TryGetValue(agency.Id, out var before) && !agency.SaysTheSameAs(before)).ToList();
        var addedUnits = newUnits.Where(unit => !beforeUnits.ContainsKey(unit.Id)).ToList();
        var addedAgencies = newAgencies.Where(agency => !beforeAgencies.ContainsKey(agency.Id)).ToList();
        return new(
            addedUnits, changedUnits, addedAgencies, changedAgencies,
            newUnits.Count + newAgencies.Count - addedUnits.Count - changedUnits.Count - addedAgencies.Count - changedAgencies.Count);
    }

    private static void MustBeValid(List<IRule> rules)
    {
        rules.RemoveAll(rule => !rule.IsBroken);
        if (rules.Count > 0)
            throw new RuleBroken([new DirectoryRowsAreValid(rules.Count), .. rules.Take(MostShown)]);
    }

    private static IEnumerable<IRule> WrongWith(UnitRow row) =>
    [
        new FieldsAreFilled($"{row.Path}.codes", row.Codes.Count > 0),
        .. row.Codes.Select(code => new CodesNameTheirScheme($"{row.Path}.codes", code)),
        new FieldsAreFilled($"{row.Path}.display_name", row.Name.Length > 0),
        new TextsFitTheirField($"{row.Path}.display_name", row.Name.Length, LongestUnitName),
        new FieldsAreFilled($"{row.Path}.level", row.Level is not null),
        new ValidityRunsForward($"{row.Path}.valid_to", row.ValidFrom, row.ValidTo),
    ];

    private static IEnumerable<IRule> WrongWith(AgencyRow row) =>
    [
        new FieldsAreFilled($"{row.Path}.codes", row.Codes.Count > 0),
        .. row.Codes.Select(code => new CodesNameTheirScheme($"{row.Path}.codes", code)),
        new FieldsAreFilled($"{row.Path}.display_name", row.Name.Length > 0),
        new TextsFitTheirField($"{row.Path}.display_name", row.Name.Length, LongestAgencyName),
        .. row.Aliases.Select(alias => new TextsFitTheirField($"{row.Path}.aliases", alias.Length, LongestAgencyName)),
        new FieldsAreFilled($"{row.Path}.kind", row.Kind is not null),
        new FieldsAreFilled($"{row.Path}.unit_code", row.UnitCode.Length > 0),
        new ValidityRunsForward($"{row.Path}.valid_to", row.ValidFrom, row.ValidTo),
        new TextsFitTheirField($"{row.Path}.email", row.Email?.Length ?? 0, LongestEmail),
    ];

    private static Unit Of(UnitRow row, CodeBook units) => new(
        units.IdOf(row.Codes[0]), row.Codes, row.Name, row.Level!.Value, units.IdOfAny(row.ParentCode), row.ValidFrom, row.ValidTo, [.. row.SucceededByCodes.Select(units.IdOf)]);

    private static Agency Of(AgencyRow row, CodeBook units, CodeBook agencies) => new(
        agencies.IdOf(row.Codes[0]), row.Codes, row.Name, row.Aliases, row.Kind!.Value, units.IdOf(row.UnitCode), agencies.IdOfAny(row.ParentCode),
        row.Requested ?? row.Kind is AgencyKind.Vertical or AgencyKind.Front or AgencyKind.MassOrganisation,
        row.ValidFrom, row.ValidTo, [.. row.SucceededByCodes.Select(agencies.IdOf)], row.Email);

    // An old file undoes no succession: it is brought up to date, or leaves the row out.
    private static IEnumerable<IRule> Contradictions(
        string path, string code, IEnumerable<RecordedSuccession> facts, string name, DateOnly? validTo, IReadOnlyList<Guid> succeededBy) => facts.SelectMany(fact => new IRule[]
        {
            new RowsAgreeWithSuccessions($"{path}.valid_to", code, fact.LastDay is { } lastDay && validTo != lastDay),
            new RowsAgreeWithSuccessions($"{path}.succeeded_by_codes", code, fact.Heirs.Except(succeededBy).Any()),
            new RowsAgreeWithSuccessions($"{path}.display_name", code, fact.FormerName == name),
        });

    private static IEnumerable<IRule> Circles(IEnumerable<(string Path, string Code, Guid Id, Guid? Parent)> rows, IEnumerable<(Guid Id, Guid? Parent)> known)
    {
        var said = rows.ToList();
        var above = known.ToDictionary(pair => pair.Id, pair => pair.Parent);
        foreach (var row in said)
            above[row.Id] = row.Parent;
        return said.Select(row => new ParentsFormATree($"{row.Path}.parent_code", row.Code, IsAboveItself(row.Id, above)));
    }

    private static bool IsAboveItself(Guid id, Dictionary<Guid, Guid?> above)
    {
        var steps = 0;
        for (var next = above[id]; next is { } parent; next = above.GetValueOrDefault(parent))
        {
            if (parent == id || ++steps > above.Count)
                return true;
        }

        return false;
    }
}
