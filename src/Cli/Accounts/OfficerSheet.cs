using System.Globalization;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.Accounts.Officers.SecondFactors;

namespace SocialPolicy.Cli.Accounts;

/// <summary>What is shown of an officer: never a secret, hashed or not.</summary>
internal sealed record OfficerSheet(Officer Officer, SecondFactor? Factor)
{
    private bool IsBlocked => Factor?.Misses >= SecondFactor.MostMisses;

    private string SignsIn => Officer.Disabled ? "disabled" : string.Join(", ", new[] { "password", FactorSaid, Officer.MustChange ? "must change the password" : null }.OfType<string>());

    private string? FactorSaid => Factor is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"second factor ({(IsBlocked ? "blocked, " : "")}{Factor.RecoveryCodes.Count} recovery {(Factor.RecoveryCodes.Count == 1 ? "code" : "codes")})");

    public object ForPrograms => new
    {
        name = Officer.Name,
        roles = Officer.Roles,
        agency = Officer.Agency,
        act_for = Officer.ActFor ?? [],
        disabled = Officer.Disabled,
        must_change = Officer.MustChange,
        second_factor = Factor is null ? null : new { since = Factor.Since, recovery_codes = Factor.RecoveryCodes.Count, blocked = IsBlocked },
    };

    public IEnumerable<string> Cells => [Officer.Name, string.Join(", ", Officer.Roles), Officer.Agency ?? "", string.Join(", ", Officer.ActFor ?? []), SignsIn];

    public static IReadOnlyList<OfficerSheet> Of(OfficerAccounts accounts)
    {
        var factors = accounts.SecondFactors;
        return [.. accounts.All.Select(officer => new OfficerSheet(officer, factors.GetValueOrDefault(officer.Name)))];
    }
}
