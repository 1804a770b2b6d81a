using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Errors;

namespace SocialPolicy.Contracts.Tests.Errors;

/// <summary>Writes <c>protos/ERRORS.md</c>.</summary>
internal static partial class ErrorsPage
{
    private const string Head = """
        # Errors

        Generated from the rules in the code; a test holds it to them.

        Every refused call carries one canonical code and, in the trailer `grpc-status-details-bin`, a `google.rpc.Status` with one
        `google.rpc.ErrorInfo`: its `reason` is listed here, its `domain` names the service, its `metadata` holds the values the rule
        looked at. Refused input has a `google.rpc.BadRequest` that names each field. UNAVAILABLE, a pace and a quota have a
        `google.rpc.RetryInfo`.
        Read `reason`; never read the message, which is for people.

        What the transport itself refuses carries no details: an unknown method (UNIMPLEMENTED) or a message over 4 MB
        (RESOURCE_EXHAUSTED). A deadline may also pass on the client's side, without an answer from here.

        """;

    private static readonly (string Reason, StatusCode Code, string Sentence)[] Unruled =
    [
        (Refusal.CallCancelled, StatusCode.Cancelled, "The caller ended the call."),
        (Refusal.DeadlineExceeded, StatusCode.DeadlineExceeded, "The deadline passed before the answer. A unary call without one has 30 seconds; none has more than 10 minutes. A command may have happened: repeat it with the same `request_id`."),
        (Refusal.InternalError, StatusCode.Internal, "Something failed that nobody expected. The service's log says what; the answer never does."),
    ];

    public static string Write()
    {
        var page = new StringBuilder(Head);
        Section(page, "Any service", Unruled.Select(error => (error.Reason, error.Code, error.Sentence)));
        foreach (var (part, rules) in PlatformRules.ByPart)
            Section(page, part == "BuildingBlocks" ? "Any service: rules that all share" : part, rules.Select(rule => (rule.Reason, rule.Code, Summary(rule.Rule))));
        return page.ToString();
    }

    /// <summary>What a rule's documentation says, in markdown; without any, its name is the sentence.</summary>
    public static string Summary(Type rule)
    {
        var documentation = XDocument.Load(Path.ChangeExtension(rule.Assembly.Location, ".xml"));
        var summary = documentation.Descendants("member").SingleOrDefault(member => member.Attribute("name")?.Value == $"T:{rule.FullName}")?.Element("summary");
        return summary is null ? Sentence(rule.Name) : Spaces().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();
    }

    private static string Sentence(string name) => name[0] + Words().Replace(name[1..], " $0").ToLowerInvariant() + ".";

    private static void Section(StringBuilder page, string title, IEnumerable<(string Reason, StatusCode Code, string Sentence)> errors)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| reason | code | try again | what holds |\n| --- | --- | --- | --- |\n");
        foreach (var (reason, code, sentence) in errors)
            page.Append(CultureInfo.InvariantCulture, $"| {reason} | {OnWire(code)} | {Retry(code)} | {sentence.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement element => element.Attribute("cref")?.Value.Split('.')[^1] ?? element.Value,
        _ => "",
    };

    private static string OnWire(StatusCode code) => Words().Replace(code.ToString(), "_$0").ToUpperInvariant();

    private static string Retry(StatusCode code) => code switch
    {
        StatusCode.Unavailable => "yes, after `retry_delay`",
        StatusCode.DeadlineExceeded => "yes, with the same `request_id`",
        StatusCode.Aborted => "after reading anew",
        StatusCode.ResourceExhausted => "later, or with less",
        StatusCode.Unauthenticated => "with a new token",
        _ => "no",
    };

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Spaces();

    [GeneratedRegex("(?<=[a-z])[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Words();
}
