using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Calls;

namespace SocialPolicy.Harness.Access;

/// <summary>Who may call an RPC, as the table of docs/security.md says it.</summary>
/// <param name="Roles">Null: every caller.</param>
/// <param name="Within">The sphere, empty for anything.</param>
public sealed record Policy(IReadOnlySet<Role>? Roles, string Within)
{
    /// <summary>Whether the door is open; what is behind it may still be another's.</summary>
    public bool LetsIn(Stand caller) => (Roles is null || Roles.Contains(caller.Role)) && (Within is not "installation" || caller.IsUnbounded);
}

/// <summary>The table of docs/security.md.</summary>
public static partial class PolicyTable
{
    private static readonly Lazy<IReadOnlyDictionary<string, Policy>> Rows = new(Read);

    /// <summary>The row of an RPC.</summary>
    public static Policy Of(MethodDescriptor rpc) => Rows.Value[rpc.Path()];

    private static Dictionary<string, Policy> Read() => Row().Matches(File.ReadAllText(Page())).ToDictionary(
        row => row.Groups["rpc"].Value,
        row => new Policy(row.Groups["roles"].Value is "every caller" ? null : Roles(row.Groups["roles"].Value), row.Groups["within"].Value.Trim()));

    private static HashSet<Role> Roles(string words) =>
        [.. words.Split(", ").Select(word => RoleNames.TryParse(word, out var role) ? role : throw new InvalidDataException($"docs/security.md: {word} is no role."))];

    private static string Page()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "docs", "security.md") is var page && File.Exists(page))
                return page;
        }

        throw new FileNotFoundException("docs/security.md is above no folder of the tests.");
    }

    [GeneratedRegex(@"^\| `(?<rpc>socialpolicy\.[^`]+)` \| (?<roles>[^|]+) \| (?<within>[^|]*)\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
