using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Indicators.Domain.Allocations;

/// <summary>What is broken down is a number that is demanded: no vision, no range, no change and no judgement.</summary>
public sealed record OnlyNumbersAreAllocated(Guid Id, bool IsNumber) : IRule
{
    public bool IsBroken => !IsNumber;
    public string Reason => "TARGET_NOT_ALLOCATABLE";
    public string Message => $"targets/{Id} demands no single number that could be broken down.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["target"] = $"targets/{Id}" };
}

/// <summary>A target is broken down to its unit and those within it.</summary>
public sealed record SharesStayWithinTheirTarget(string Path, string Unit, bool Within) : IRule
{
    public bool IsBroken => !Within;
    public string Reason => "UNIT_NOT_OF_TARGET";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Unit} is neither the unit of the target nor within it.";
    public string? Field => Path;
}

/// <summary>A unit has one share of a year.</summary>
public sealed record SharesAreSaidOnce(string Path, string Unit, int Year, bool Again) : IRule
{
    public bool IsBroken => Again;
    public string Reason => "SHARE_REPEATED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => string.Create(CultureInfo.InvariantCulture, $"{Unit} has a share of {Year} already.");
    public string? Field => Path;
}

/// <summary>A share is of a year that plans are made for.</summary>
public sealed record SharesAreOfAYear(string Path, int Year) : IRule
{
    private const int First = 2000;
    private const int Last = 2100;

    public bool IsBroken => Year is < First or > Last;
    public string Reason => "YEAR_OUT_OF_RANGE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => string.Create(CultureInfo.InvariantCulture, $"{Year} is no year that a target is broken down to: {First} to {Last}.");
    public string? Field => Path;
}

/// <summary>The units of a year are of one level: what is within another would be counted twice.</summary>
public sealed record SharesAreOfOneLevel(int Year, bool Several) : IRule
{
    public bool IsBroken => Several;
    public string Reason => "SHARES_OF_SEVERAL_LEVELS";
    public RuleKind Kind => RuleKind.Input;
    public string Message => string.Create(CultureInfo.InvariantCulture, $"The shares of {Year} are of units of several levels, such as a province and its communes.");
    public string? Field => "shares";
}

/// <summary>Where the indicator adds up over units, the shares of a year are together what is demanded of it, to the last digit.</summary>
/// <param name="Year">The year.</param>
/// <param name="Sum">Of the shares.</param>
/// <param name="Demanded">Of the year; null when nothing is, or when the indicator does not add up.</param>
public sealed record SharesAddUp(int Year, decimal Sum, decimal? Demanded) : IRule
{
    public bool IsBroken => Demanded is { } demanded && demanded != Sum;
    public string Reason => "SHARES_DISAGREE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => string.Create(CultureInfo.InvariantCulture, $"The shares of {Year} are {Written(Sum)} together, and {Written(Demanded ?? 0)} is demanded: they differ by {Written(Sum - (Demanded ?? 0))}.");
    public string? Field => "shares";

    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string>
    {
        ["year"] = Year.ToString(CultureInfo.InvariantCulture), ["sum"] = Written(Sum), ["demanded"] = Written(Demanded ?? 0),
    };

    private static string Written(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}

/// <summary>A file of shares is taken back for the target it was handed out for.</summary>
public sealed record SharesBelongToTheirTarget(string Target, string? Found) : IRule
{
    public bool IsBroken => Found is not null;
    public string Reason => "SHARES_OF_ANOTHER_TARGET";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"The file was handed out for {Found}, not for {Target}.";
    public string? Field => "file.target";
}

/// <summary>A target is broken down where it is known whose it is.</summary>
public sealed record AllocatedTargetsHaveAUnit(Guid Id, bool HasUnit) : IRule
{
    public bool IsBroken => !HasUnit;
    public string Reason => "TARGET_WITHOUT_UNIT";
    public string Message => $"Of which unit targets/{Id} is, is not known here: its plan names no issuer that the directory knows.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["target"] = $"targets/{Id}" };
}
