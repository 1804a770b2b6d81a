using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Accounts.Officers;

/// <summary>A name is 2 to 64 small letters, digits, dots, hyphens and underscores, and begins with a letter.</summary>
public sealed partial record OfficerNamesAreWellFormed(string Name) : IRule
{
    public bool IsBroken => !Pattern().IsMatch(Name);
    public string Reason => "OFFICER_NAME_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "An officer's name is 2 to 64 small letters, digits, dots, hyphens and underscores, and begins with a letter: nguyen.van.a.";

    [GeneratedRegex("^[a-z][a-z0-9._-]{1,63}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}

/// <summary>A name is one officer's, and no program's.</summary>
public sealed record OfficerNamesAreFree(string Name, bool Taken) : IRule
{
    public bool IsBroken => Taken;
    public string Reason => "OFFICER_NAME_TAKEN";
    public RuleKind Kind => RuleKind.Duplicate;
    public string Message => $"There is an officer or a program {Name} already.";
}

/// <summary>What is done to an officer is done to one that is there.</summary>
public sealed record OfficersAreThere(string Name, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "OFFICER_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"There is no officer {Name}.";
}

/// <summary>What is taken away from an officer is there.</summary>
public sealed record SecondFactorsAreThere(string Name, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "SECOND_FACTOR_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"{Name} has no second factor.";
}

/// <summary>An officer holds at least one role, and only those of people.</summary>
public sealed record OfficersHoldRoles(IReadOnlyList<string> Roles) : IRule
{
    /// <summary>Every role but that of the platform's services.</summary>
    public static readonly FrozenSet<string> OfPeople =
        FrozenSet.Create("administrator", "operator", "registrar", "focal_officer", "reporting_officer", "approver", "viewer", "auditor");

    public bool IsBroken => Roles.Count == 0 || Roles.Any(role => !OfPeople.Contains(role));
    public string Reason => "OFFICER_ROLES_UNKNOWN";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"An officer holds one or more of {string.Join(", ", OfPeople.Order(StringComparer.Ordinal))}.";
}

/// <summary>Agencies are named by codes, <c>scheme:code</c>.</summary>
public sealed record AgenciesAreCodes(IReadOnlyList<string> Agencies) : IRule
{
    public bool IsBroken => Agencies.Any(agency => agency.Split(':') is not [{ Length: > 0 }, { Length: > 0 }]);
    public string Reason => "AGENCY_CODE_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "An agency is named by its code, scheme:code, such as spp:sl.so-y-te.";
}
