using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Successions.Rules;

/// <summary>Each kind of succession has its number of predecessors and heirs.</summary>
public sealed record KindsFitThoseInvolved(SuccessionKind Succession, int Predecessors, int Heirs, int Most) : IRule
{
    public bool IsBroken => Predecessors < 1 || Predecessors > Most || Heirs > Most || !(Succession switch
    {
        SuccessionKind.Merge => Heirs == 1,
        SuccessionKind.Split => Predecessors == 1 && Heirs > 1,
        SuccessionKind.Transfer => Predecessors == 1 && Heirs > 0,
        SuccessionKind.Rename => Predecessors == 1 && Heirs == 0,
        _ => Heirs == 0,
    });

    public string Reason => "SUCCESSION_KIND_DOES_NOT_FIT";
    public RuleKind Kind => RuleKind.Input;
    public string Message =>
        $"A merge has one heir; a split one predecessor and several heirs; a transfer one predecessor and its heirs; a rename one predecessor and none; "
        + $"a dissolution none. At most {Most} of each. This {Succession} has {Predecessors} and {Heirs}.";
    public string? Field => "kind";
}

/// <summary>Nobody stands twice among the predecessors, or among the heirs for the same function.</summary>
public sealed record NobodyIsNamedTwice(string? Code) : IRule
{
    public bool IsBroken => Code is not null;
    public string Reason => "SUCCESSION_NAMES_TWICE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Code} is named twice.";
    public string? Field => "predecessors";
}

/// <summary>Nobody is its own heir: what goes on is renamed, or transfers single functions.</summary>
public sealed record HeirsAreOthers(string? Code) : IRule
{
    public bool IsBroken => Code is not null;
    public string Reason => "HEIR_IS_PREDECESSOR";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Code} cannot be its own heir: name as predecessors those that end, or record a transfer.";
    public string? Field => "heirs";
}

/// <summary>Shares are of all heirs or of none, each above 0, and add up to the whole.</summary>
public sealed record SharesAddUp(IReadOnlyList<decimal?> Shares) : IRule
{
    public bool IsBroken => Shares.Any(share => share is not null) && (Shares.Any(share => share is null or <= 0) || Shares.Sum() != 1);
    public string Reason => "SHARES_DO_NOT_ADD_UP";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"Shares are given for all heirs, each above 0, and add up to 1; these come to {(Shares.Sum() ?? 0).ToString(CultureInfo.InvariantCulture)}.";
    public string? Field => "heirs";
}

/// <summary>A new name comes with a rename and with nothing else.</summary>
public sealed record OnlyRenamesGiveAName(SuccessionKind Succession, string NewName) : IRule
{
    public bool IsBroken => Succession is not SuccessionKind.Rename && NewName.Length > 0;
    public string Reason => "NAME_WITHOUT_RENAME";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "Only a rename gives a new name; name the heir of a merge or a split instead.";
    public string? Field => "new_name";
}

/// <summary>A new name is another one.</summary>
public sealed record NewNamesAreNew(string? NewName, string Name) : IRule
{
    public bool IsBroken => NewName == Name;
    public string Reason => "NAME_UNCHANGED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"It is called {Name} already.";
    public string? Field => "new_name";
}

/// <summary>A predecessor was there before it is succeeded.</summary>
public sealed record PredecessorsHaveBegun(string Code, DateOnly? ValidFrom, DateOnly EffectiveOn) : IRule
{
    public bool IsBroken => ValidFrom >= EffectiveOn;
    public string Reason => "PREDECESSOR_NOT_THERE_YET";
    public string Message => $"{Code} begins on {ValidFrom:yyyy-MM-dd}: it cannot be succeeded from {EffectiveOn:yyyy-MM-dd} on.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["code"] = Code };
}

/// <summary>A predecessor ends once, and has one succession a day of a kind.</summary>
public sealed record PredecessorsAreSucceededOnce(string Code, DateOnly EffectiveOn, bool Overlaps) : IRule
{
    public bool IsBroken => Overlaps;
    public string Reason => "SUCCESSION_OVERLAPS";
    public string Message => $"{Code} has ended otherwise, or has a succession that reaches beyond {EffectiveOn:yyyy-MM-dd}.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["code"] = Code };
}

/// <summary>An heir is there on the first day of the new state.</summary>
public sealed record HeirsHaveBegun(string Code, DateOnly? ValidFrom, DateOnly EffectiveOn) : IRule
{
    public bool IsBroken => ValidFrom > EffectiveOn;
    public string Reason => "HEIR_NOT_THERE_YET";
    public string Message => $"{Code} begins on {ValidFrom:yyyy-MM-dd}, after {EffectiveOn:yyyy-MM-dd}.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["code"] = Code };
}

/// <summary>Only successions that were recorded can be asked for.</summary>
public sealed record SuccessionsAreRecorded(Guid Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "SUCCESSION_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"There is no succession successions/{Id}.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = $"successions/{Id}" };
}
