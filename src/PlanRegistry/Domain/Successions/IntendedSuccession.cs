using SocialPolicy.BuildingBlocks.Domain.Codes;

namespace SocialPolicy.PlanRegistry.Domain.Successions;

/// <summary>A succession as a person wants it recorded.</summary>
/// <param name="Subject">Null: not said.</param>
/// <param name="Kind">Null: not said.</param>
/// <param name="EffectiveOn">Null: not said.</param>
/// <param name="Predecessors">As named.</param>
/// <param name="Heirs">As named.</param>
/// <param name="NewName">Empty: none.</param>
/// <param name="LegalGround">Empty: none.</param>
/// <param name="Note">Empty: none.</param>
public sealed record IntendedSuccession(
    SuccessionSubject? Subject,
    SuccessionKind? Kind,
    DateOnly? EffectiveOn,
    IReadOnlyList<string> Predecessors,
    IReadOnlyList<IntendedHeir> Heirs,
    string NewName,
    string LegalGround,
    string Note);

/// <summary>An heir as a person names it.</summary>
/// <param name="Share">Null: not said.</param>
/// <param name="Function">Empty: not said.</param>
public sealed record IntendedHeir(string Name, decimal? Share, string Function);

/// <summary>Someone in the directory, as far as a succession looks at it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">To name it in a refusal.</param>
/// <param name="Name">Its name before the succession.</param>
/// <param name="ValidFrom">First day, null when not known.</param>
/// <param name="ValidTo">Last day, null while in force.</param>
/// <param name="Heirs">Its own heirs: what to name instead when it has ended.</param>
public sealed record Involved(Guid Id, string Code, string Name, DateOnly? ValidFrom, DateOnly? ValidTo, IReadOnlyList<Successor> Heirs);
