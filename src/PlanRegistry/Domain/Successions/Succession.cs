using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.Domain.Successions;

/// <summary>What happened to those who are succeeded.</summary>
public enum SuccessionKind
{
    /// <summary>Nhập, hợp nhất: they end, one heir takes all over.</summary>
    Merge,

    /// <summary>Chia, tách: one ends, several heirs take over a part each.</summary>
    Split,

    /// <summary>Đổi tên: one goes on under a new name.</summary>
    Rename,

    /// <summary>Giải thể: they end without an heir.</summary>
    Dissolve,

    /// <summary>Chuyển giao nhiệm vụ: one goes on without the functions its heirs take over.</summary>
    Transfer,
}

/// <summary>Units and agencies are succeeded alike.</summary>
public enum SuccessionSubject
{
    /// <summary>Administrative units.</summary>
    Units,

    /// <summary>Agencies.</summary>
    Agencies,
}

/// <summary>Who takes over.</summary>
/// <param name="Share">The part, above 0 and at most 1; null when not known.</param>
/// <param name="Function">The function, in words or as a theme; null: whatever there is.</param>
public sealed record Heir(Guid Id, decimal? Share, string? Function);

/// <summary>A succession (kế thừa): a dated fact with its legal ground, recorded once.</summary>
/// <param name="Id">A UUIDv7.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Kind">What happened.</param>
/// <param name="EffectiveOn">First day of the new state.</param>
/// <param name="Predecessors">Who is succeeded.</param>
/// <param name="Heirs">Who takes over.</param>
/// <param name="NewName">Of a rename, null otherwise.</param>
/// <param name="LegalGround">The document that orders it.</param>
/// <param name="Note">What else there is to say, null when nothing.</param>
public sealed record Succession(
    Guid Id,
    SuccessionSubject Subject,
    SuccessionKind Kind,
    DateOnly EffectiveOn,
    IReadOnlyList<Guid> Predecessors,
    IReadOnlyList<Heir> Heirs,
    string? NewName,
    string LegalGround,
    string? Note)
{
    /// <summary>The day before.</summary>
    public DateOnly LastDay => EffectiveOn.AddDays(-1);

    /// <summary>Whether the predecessors are no more.</summary>
    public bool EndsPredecessors => Ends(Kind);

    /// <summary>Whether the predecessors of a kind are no more.</summary>
    public static bool Ends(SuccessionKind kind) => kind is SuccessionKind.Merge or SuccessionKind.Split or SuccessionKind.Dissolve;

    /// <summary>A predecessor as the succession leaves it.</summary>
    public Unit ApplyTo(Unit unit) => Kind switch
    {
        SuccessionKind.Rename => unit with { Name = NewName! },
        _ when EndsPredecessors => unit with { ValidTo = LastDay, SucceededBy = WithHeirs(unit.SucceededBy) },
        _ => unit,
    };

    /// <summary>A predecessor as the succession leaves it. Under a new name it is still called by the old one.</summary>
    public Agency ApplyTo(Agency agency) => Kind switch
    {
        SuccessionKind.Rename => agency with { Name = NewName! },
        _ when EndsPredecessors => agency with { ValidTo = LastDay, SucceededBy = WithHeirs(agency.SucceededBy) },
        _ => agency,
    };

    /// <summary>What others are told of units.</summary>
    public UnitSucceeded ToUnitSucceeded() => new(Id, Words.Of(Kind), EffectiveOn, Predecessors, [.. Heirs.Select(Told)], LegalGround);

    /// <summary>What others are told of agencies.</summary>
    public AgencySucceeded ToAgencySucceeded() => new(Id, Words.Of(Kind), EffectiveOn, Predecessors, [.. Heirs.Select(Told)], LegalGround);

    private List<Guid> WithHeirs(IReadOnlyList<Guid> known) => [.. known.Union(Heirs.Select(heir => heir.Id))];

    private static SuccessionHeir Told(Heir heir) => new(heir.Id, heir.Share, heir.Function);
}
