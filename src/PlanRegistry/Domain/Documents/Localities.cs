using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Documents;

/// <summary>
/// "Nghị quyết Đại hội Đảng bộ huyện lần thứ XVIII" means the district of who cites it: there is one in every district. Of a body that
/// a citation names without its place, the place is that of the plan.
/// </summary>
internal static partial class Localities
{
    /// <summary>The body with its place, as "Đảng bộ huyện Vạn Ninh"; null when the title names none, or the plan does not say which one is meant.</summary>
    public static string? BodyIn(string? title, PlanHeader plan)
    {
        if (title is null || Body().Match(title) is not { Success: true } body)
            return null;
        var kind = TextFolding.Fold(body.Groups["kind"].Value);
        var place = kind == "tỉnh" ? plan.Province : NameAfter(kind, plan.Issuer) ?? (kind == "thành phố" ? plan.Province : null);
        return place is null ? null : $"{body.Value} {place}";
    }

    private static string? NameAfter(string kind, string? issuer)
    {
        if (issuer is null)
            return null;
        var at = issuer.IndexOf($"{kind} ", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : issuer[(at + kind.Length + 1)..];
    }

    [GeneratedRegex(@"(?:Đảng bộ|HĐND|Hội đồng nhân dân)\s+(?<kind>tỉnh|thành phố|huyện|thị xã|quận|xã|phường)(?=\s+(?:lần|khóa|khoá|nhiệm)|\s*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Body();
}
