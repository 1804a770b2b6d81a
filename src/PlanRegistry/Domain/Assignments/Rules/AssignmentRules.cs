using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.Domain.Assignments.Rules;

/// <summary>A name is one of those in the plan.</summary>
public sealed record PartiesStandInThePlan(string Path, PartyRole Role, int Position, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "PARTY_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"The duty has no {Role} number {Position}.";
    public string? Field => Path;
}

/// <summary>Names come one by one or by a rule, and each means either an agency or a group of some kinds.</summary>
public sealed record AssignmentsAreWhole(string Path, bool Whole) : IRule
{
    public bool IsBroken => !Whole;
    public string Reason => "ASSIGNMENT_INCOMPLETE";
    public RuleKind Kind => RuleKind.Input;
    public string Message =>
        "Give assignments or a rule, not both; for each name an agency or a group with unit, reach and kinds, not both. The issuer is an agency, and only an agency is remembered.";
    public string? Field => Path;
}

/// <summary>A request says one thing of a name.</summary>
public sealed record PartiesAreAssignedOnce(string Path, bool Twice) : IRule
{
    public bool IsBroken => Twice;
    public string Reason => "PARTY_ASSIGNED_TWICE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The same name is assigned twice.";
    public string? Field => Path;
}

/// <summary>A request is of a size that a person can answer for.</summary>
public sealed record AssignmentsAreFew(int Count, int Most) : IRule
{
    public bool IsBroken => Count > Most;
    public string Reason => "TOO_MANY_ASSIGNMENTS";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"At most {Most} names can be assigned at once; these are {Count}.";
    public string? Field => "assignments";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["max"] = Most.ToString(CultureInfo.InvariantCulture) };
}

/// <summary>A rule is about names that are there.</summary>
public sealed record RulesFindSomething(string Predecessor, int Found) : IRule
{
    public bool IsBroken => Found == 0;
    public string Reason => "NOTHING_TO_ASSIGN";
    public string Message => $"No name in a duty means {Predecessor} on that day, or none that matches.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["predecessor"] = Predecessor };
}

/// <summary>A name that is remembered means one agency of its unit.</summary>
/// <param name="Alias">As written.</param>
/// <param name="Agency">The agency that is to be called so.</param>
/// <param name="InItsUnit">The agencies in force in its unit.</param>
public sealed record RememberedNamesMeanOne(string Alias, DirectoryAgency Agency, IReadOnlyCollection<DirectoryAgency> InItsUnit) : IRule
{
    public bool IsBroken => InItsUnit.Any(other => other.Id != Agency.Id && other.IsCalled(Alias));
    public string Reason => "ALIAS_TAKEN";
    public string Message => $"Another agency of the unit is called '{Alias}' already.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["alias"] = Alias };
}
