using System.Text.RegularExpressions;

namespace SocialPolicy.Contracts.Tests.Errors;

public partial class NamingAnError
{
    [Fact]
    public void Is_listed_for_those_who_call() => Golden.ShouldBe("protos/ERRORS.md", ErrorsPage.Write());

    [Fact]
    public void Uses_a_word_that_no_other_rule_uses() =>
        PlatformRules.All.GroupBy(rule => rule.Reason).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(rule => rule.Rule.Name))}").ShouldBeEmpty();

    [Fact]
    public void Uses_a_word_in_capitals() =>
        PlatformRules.All.Where(rule => !Capitals().IsMatch(rule.Reason)).Select(rule => rule.Rule.Name).ShouldBeEmpty();

    [Fact]
    public void Knows_the_rules_that_every_service_has()
    {
        string[] shared = ["REQUEST_ID_MALFORMED", "REQUEST_ID_REUSED", "ETAG_MISMATCH", "PAGE_TOKEN_INVALID", "PAGE_SIZE_OUT_OF_RANGE",
            "NAME_MALFORMED", "CALLER_UNKNOWN", "CALLER_NOT_ALLOWED", "STORAGE_UNAVAILABLE"];

        shared.Except(PlatformRules.All.Select(rule => rule.Reason)).ShouldBeEmpty();
    }

    [GeneratedRegex("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Capitals();
}
