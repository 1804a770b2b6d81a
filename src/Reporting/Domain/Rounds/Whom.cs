using SocialPolicy.Reporting.Domain.Duties;

namespace SocialPolicy.Reporting.Domain.Rounds;

/// <summary>An agency that a round asks.</summary>
/// <param name="Id">The agency.</param>
/// <param name="Requested">Invited ("đề nghị"): never overdue.</param>
public sealed record AskedAgency(Guid Id, bool Requested);

/// <summary>What the directory says of a party on a day: who stands for it, or nobody.</summary>
/// <param name="Party">As the duty names it.</param>
/// <param name="Agencies">The agency or its one heir, or the members of the group; none when there is no sure answer.</param>
public sealed record FoundParty(Party Party, IReadOnlyList<AskedAgency> Agencies);

/// <summary>Whom a duty means on a day.</summary>
/// <param name="Receiver">Who receives, returns, accepts and consolidates; null when nobody is known.</param>
/// <param name="Asked">Who reports, each once.</param>
/// <param name="Findings">What was not sure.</param>
public sealed record Whom(Guid? Receiver, IReadOnlyList<AskedAgency> Asked, IReadOnlyList<string> Findings)
{
    /// <summary>Of those who report, the ones that stand for agencies named by themselves, not in a group.</summary>
    public IReadOnlyList<AskedAgency> Named { get; init; } = [];

    /// <summary>Who receives when that is sure: not an addressee in the place of a focal agency that nobody knows.</summary>
    public Guid? SureReceiver => Findings.Contains(Duties.Findings.ViaUnknown) ? null : Receiver;

    /// <summary>
    /// The focal agency receives; without a known one the first known addressee does. Nobody is guessed: what is not sure is a
    /// finding, and those that are sure are asked all the same.
    /// </summary>
    public static Whom Of(IReadOnlyList<FoundParty> reporters, FoundParty? via, IReadOnlyList<FoundParty> addressees)
    {
        var focal = Single(via);
        var receiver = focal ?? addressees.Select(Single).FirstOrDefault(found => found is not null);
        List<string> findings = [];
        if (reporters.Count == 0 || reporters.Any(party => party.Agencies.Count == 0))
            findings.Add(Duties.Findings.ReportersUnknown);
        if (via is not null && focal is null)
            findings.Add(Duties.Findings.ViaUnknown);
        if (receiver is null)
            findings.Add(Duties.Findings.ReceiverUnknown);
        return new(receiver, Once(reporters.SelectMany(party => party.Agencies)), findings)
        {
            Named = Once(reporters.Where(party => party.Party.Group is null).SelectMany(party => party.Agencies)),
        };
    }

    /// <summary>An agency named twice owes once.</summary>
    public static IReadOnlyList<AskedAgency> Once(IEnumerable<AskedAgency> asked) => [.. asked.DistinctBy(agency => agency.Id)];

    // A group receives nothing: it is nobody in particular.
    private static Guid? Single(FoundParty? party) => party is { Party.Group: null, Agencies: [var agency] } ? agency.Id : null;
}
