using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Codes;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Successions.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Successions;

/// <summary>Decides whether a succession can be recorded.</summary>
public static class RecordingASuccession
{
    private const int MostNamed = 100;
    private const int LongestUnitName = 200;
    private const int LongestAgencyName = 300;
    private const int LongestText = 500;
    private const int LongestNote = 2_000;

    /// <summary>Throws every rule the intent breaks by itself, whatever the directory says.</summary>
    public static void MustBeComplete(IntendedSuccession intent)
    {
        ArgumentNullException.ThrowIfNull(intent);
        Check.All(
            new FieldsAreFilled("subject", intent.Subject is not null),
            new FieldsAreFilled("kind", intent.Kind is not null),
            new FieldsAreFilled("effective_on", intent.EffectiveOn is not null),
            new FieldsAreFilled("legal_ground", intent.LegalGround.Length > 0),
            new TextsFitTheirField("legal_ground", intent.LegalGround.Length, LongestText),
            new TextsFitTheirField("note", intent.Note.Length, LongestNote),
            new TextsFitTheirField("new_name", intent.NewName.Length, intent.Subject is SuccessionSubject.Units ? LongestUnitName : LongestAgencyName));
        var kind = intent.Kind!.Value;
        Check.Rule(new KindsFitThoseInvolved(kind, intent.Predecessors.Count, intent.Heirs.Count, MostNamed));
        Check.All(
        [
            new FieldsAreFilled("new_name", kind is not SuccessionKind.Rename || intent.NewName.Length > 0),
            new OnlyRenamesGiveAName(kind, intent.NewName),
            .. intent.Heirs.Index().SelectMany(heir => WrongWith(kind, heir.Index, heir.Item)),
            new SharesAddUp([.. intent.Heirs.Select(heir => heir.Share)]),
        ]);
    }

    /// <summary>The succession. Throws what the directory, or an earlier succession, has against it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="intent">Complete by itself.</param>
    /// <param name="predecessors">Those it names, in its order.</param>
    /// <param name="heirs">Those it names, in its order.</param>
    /// <param name="earlier">Every succession recorded of any of the predecessors.</param>
    public static Succession Record(
        Guid id, IntendedSuccession intent, IReadOnlyList<Involved> predecessors, IReadOnlyList<Involved> heirs, IReadOnlyCollection<Succession> earlier)
    {
        ArgumentNullException.ThrowIfNull(intent);
        var succession = new Succession(
            id, intent.Subject!.Value, intent.Kind!.Value, intent.EffectiveOn!.Value, [.. predecessors.Select(one => one.Id)],
            [.. heirs.Zip(intent.Heirs, (heir, said) => new Heir(heir.Id, said.Share, said.Function.Length > 0 ? said.Function : null))],
            intent.NewName.Length > 0 ? intent.NewName : null, intent.LegalGround, intent.Note.Length > 0 ? intent.Note : null);
        Check.Rule(new NobodyIsNamedTwice(FirstTwice(predecessors.Select(one => (one.Code, one.Id, "")))));
        Check.Rule(new NobodyIsNamedTwice(FirstTwice(heirs.Zip(succession.Heirs, (heir, part) => (heir.Code, heir.Id, part.Function ?? "")))));
        Check.Rule(new HeirsAreOthers(heirs.FirstOrDefault(heir => succession.Predecessors.Contains(heir.Id))?.Code));
        foreach (var predecessor in predecessors)
            MustBeThere(predecessor, succession, earlier);
        foreach (var heir in heirs)
            MustTakeOver(heir, succession);
        return succession;
    }

    private static IEnumerable<IRule> WrongWith(SuccessionKind kind, int index, IntendedHeir heir)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"heirs[{index}]");
        return
        [
            new FieldsAreFilled($"{path}.function", kind is not SuccessionKind.Transfer || heir.Function.Length > 0),
            new TextsFitTheirField($"{path}.function", heir.Function.Length, LongestText),
        ];
    }

    private static void MustBeThere(Involved predecessor, Succession succession, IReadOnlyCollection<Succession> earlier)
    {
        Check.Rule(new PredecessorsHaveBegun(predecessor.Code, predecessor.ValidFrom, succession.EffectiveOn));
        Check.Rule(new PredecessorsAreSucceededOnce(predecessor.Code, succession.EffectiveOn, Overlaps(predecessor, succession, earlier)));
        Check.Rule(new NewNamesAreNew(succession.NewName, predecessor.Name));
    }

    // The directory may have known of the end before somebody named its ground; two grounds for one end are one too many.
    private static bool Overlaps(Involved predecessor, Succession succession, IReadOnlyCollection<Succession> earlier)
    {
        var endsOtherwise = succession.EndsPredecessors
            ? predecessor.ValidTo is { } end && end != succession.LastDay
            : predecessor.ValidTo < succession.EffectiveOn;
        return endsOtherwise || earlier.Where(one => one.Predecessors.Contains(predecessor.Id)).Any(one => Collide(one, succession));
    }

    private static bool Collide(Succession earlier, Succession succession) => succession.Kind switch
    {
        SuccessionKind.Rename => earlier.Kind is SuccessionKind.Rename && earlier.EffectiveOn >= succession.EffectiveOn,
        SuccessionKind.Transfer => earlier.Kind is SuccessionKind.Transfer && earlier.EffectiveOn == succession.EffectiveOn && ShareAFunction(earlier, succession),
        _ => earlier.EndsPredecessors || earlier.EffectiveOn >= succession.EffectiveOn,
    };

    private static bool ShareAFunction(Succession one, Succession other) =>
        one.Heirs.Select(heir => heir.Function).Intersect(other.Heirs.Select(heir => heir.Function), StringComparer.OrdinalIgnoreCase).Any();

    private static void MustTakeOver(Involved heir, Succession succession)
    {
        var ended = heir.ValidTo < succession.EffectiveOn;
        Check.Rule(new HeirsHaveBegun(heir.Code, heir.ValidFrom, succession.EffectiveOn));
        if (succession.Subject is SuccessionSubject.Units)
            Check.Rule(new SupersededUnitsGiveWay(heir.Code, heir.ValidTo, ended, heir.Heirs));
        else
            Check.Rule(new SupersededAgenciesGiveWay(heir.Code, heir.ValidTo, ended, heir.Heirs));
    }

    private static string? FirstTwice(IEnumerable<(string Code, Guid Id, string Function)> named) =>
        named.GroupBy(one => (one.Id, one.Function)).FirstOrDefault(same => same.Count() > 1)?.First().Code;
}
