using System.Text.RegularExpressions;

namespace SocialPolicy.Architecture.Tests;

/// <summary>A pattern that a text can keep busy gives up after a while; one that never goes back cannot be kept busy.</summary>
public sealed partial class LimitingPatterns
{
    [Fact]
    public void Have_a_time_limit_or_never_go_back()
    {
        var patterns = Solution.SourceFiles("*.cs").Where(file => !IsATest(file))
            .SelectMany(file => File.ReadLines(file).Where(line => line.Contains("[GeneratedRegex(", StringComparison.Ordinal)).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}")).ToList();

        patterns.Count.ShouldBeGreaterThan(10);
        patterns.Where(pattern => !Limited().IsMatch(pattern)).ShouldBeEmpty();
    }

    [Fact]
    public void Are_made_in_no_other_way() => Solution.SourceFiles("*.cs").Where(file => !IsATest(file))
        .Where(file => Made().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName).ShouldBeEmpty();

    private static bool IsATest(string file) => Path.GetRelativePath(Solution.Root, file).StartsWith("tests", StringComparison.Ordinal);

    [GeneratedRegex(@"(, (matchTimeoutMilliseconds: )?\w+|RegexOptions\.NonBacktracking)\)\]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Limited();

    [GeneratedRegex(@"\bnew Regex\(|\bRegex\.(IsMatch|Match|Matches|Replace|Split)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Made();
}
