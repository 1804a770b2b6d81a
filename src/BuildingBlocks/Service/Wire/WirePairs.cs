using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Wire;

/// <summary>What the domain calls a value beside what the contract calls it. The contract's zero is: not stated.</summary>
public sealed class WirePairs<TDomain, TContract>(params (TDomain Domain, TContract Contract)[] pairs)
    where TDomain : struct, Enum
    where TContract : struct, Enum
{
    private readonly Dictionary<TDomain, TContract> contracts = pairs.ToDictionary(pair => pair.Domain, pair => pair.Contract);
    private readonly Dictionary<TContract, TDomain> domains = pairs.ToDictionary(pair => pair.Contract, pair => pair.Domain);

    /// <summary>The contract's word.</summary>
    public TContract Of(TDomain value) => contracts[value];

    /// <summary>The contract's word; its zero for null.</summary>
    public TContract OfAny(TDomain? value) => value is { } stated ? Of(stated) : default;

    /// <summary>Null for the contract's zero. Throws VALUE_UNKNOWN for a value of a later contract.</summary>
    public TDomain? From(TContract value, string field)
    {
        if (value.Equals(default(TContract)))
            return null;

        Check.Rule(new ValuesAreKnown(field, value.ToString(), domains.ContainsKey(value)));
        return domains[value];
    }
}
