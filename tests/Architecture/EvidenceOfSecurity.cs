using System.Text.RegularExpressions;

namespace SocialPolicy.Architecture.Tests;

/// <summary>docs/security.md says by which tests each thing is shown: they are there, and its links lead somewhere.</summary>
public sealed partial class EvidenceOfSecurity
{
    private static string Page => File.ReadAllText(Path.Combine(Solution.Root, "docs", "security.md"));

    [Fact]
    public void Is_there()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Solution.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Declared().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);
        var named = Named().Matches(Page).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        named.Count.ShouldBeGreaterThan(50);
        named.Except(tests).ShouldBeEmpty();
    }

    [Fact]
    public void Covers_each_requirement_of_the_levels_aimed_at_once()
    {
        var sections = Requirements().Matches(Page).SelectMany(match => Numbers(match.Groups["ids"].Value)).ToList();

        sections.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty("answered twice");
        foreach (var (section, count) in Counts)
            Enumerable.Range(1, count).Select(number => $"{section}.{number}").Except(sections).ShouldBeEmpty(section);
    }

    // Requirements of levels 1 and 2 (and 3 of V8, V11, V16) by section, where these come first: what comes behind is of level 3.
    private static (string Section, int Count)[] Counts =>
    [
        ("1.1", 2), ("1.2", 9), ("1.3", 11), ("1.4", 3), ("1.5", 2), ("2.1", 3), ("2.2", 3), ("2.3", 4), ("2.4", 1), ("3.2", 2), ("3.3", 4), ("3.4", 6), ("3.5", 5), ("3.7", 2),
        ("4.1", 3), ("4.2", 1), ("4.3", 2), ("4.4", 4), ("5.1", 1), ("5.2", 3), ("5.3", 2), ("5.4", 3), ("6.1", 3), ("6.2", 12), ("6.3", 4), ("6.4", 4), ("6.5", 5), ("6.6", 3), ("6.8", 4),
        ("7.1", 3), ("7.2", 4), ("7.3", 2), ("7.4", 5), ("7.5", 2), ("7.6", 2), ("8.1", 4), ("8.2", 4), ("8.3", 3), ("8.4", 2), ("9.1", 3), ("9.2", 4), ("10.1", 2), ("10.2", 2), ("10.3", 4),
        ("10.4", 11), ("10.5", 5), ("10.6", 2), ("10.7", 3), ("11.1", 4), ("11.2", 5), ("11.3", 5), ("11.4", 4), ("11.5", 2), ("11.6", 2), ("11.7", 2), ("12.1", 3), ("12.2", 2), ("12.3", 4),
        ("13.1", 1), ("13.2", 5), ("13.3", 2), ("13.4", 5), ("14.1", 2), ("14.2", 4), ("14.3", 3), ("15.1", 3), ("15.2", 3), ("15.3", 7), ("16.1", 1), ("16.2", 5), ("16.3", 4), ("16.4", 3), ("16.5", 4),
    ];

    // "6.5.1 to 6.5.5", "4.1.3, 15.3.4".
    private static IEnumerable<string> Numbers(string ids)
    {
        foreach (var part in ids.Split(", "))
        {
            if (part.Split(" to ") is not [var first, var last])
            {
                yield return part;
                continue;
            }

            foreach (var (section, count) in Counts.Where(entry => IsBetween(first, last, entry.Section)))
            {
                var end = last.StartsWith($"{section}.", StringComparison.Ordinal) ? int.Parse(last[(section.Length + 1)..], null) : count;
                for (var number = 1; number <= end; number++)
                    yield return $"{section}.{number}";
            }
        }
    }

    private static bool IsBetween(string first, string last, string section) =>
        Version.Parse(first[..first.LastIndexOf('.')]) <= Version.Parse(section) && Version.Parse(section) <= Version.Parse(last[..last.LastIndexOf('.')]);

    [GeneratedRegex(@"\bclass (?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declared();

    [GeneratedRegex(@"`(?<name>[A-Z][a-z]+(?:[A-Z]+[a-z]*){2,})`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| (?<ids>\d+\.\d+\.\d+(?:(?:, | to )\d+\.\d+\.\d+)*) \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Requirements();
}
