using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Reporting.Domain.Reports;

/// <summary>How long the texts of a report may be, and which of its fields an officer writes.</summary>
public static class ReportTexts
{
    private const int MaxNumber = 100;
    private const int MaxSigner = 200;
    private const int MaxSection = 20_000;
    private const int MaxReason = 2_000;

    private static readonly Dictionary<string, Func<ReportContent, ReportContent, ReportContent>> Takers = new()
    {
        ["number"] = (old, written) => old with { Number = written.Number },
        ["signer"] = (old, written) => old with { Signer = written.Signer },
        ["signed_on"] = (old, written) => old with { SignedOn = written.SignedOn },
        ["results"] = (old, written) => old with { Results = written.Results },
        ["difficulties"] = (old, written) => old with { Difficulties = written.Difficulties },
        ["proposals"] = (old, written) => old with { Proposals = written.Proposals },
        ["nil"] = (old, written) => old with { Nil = written.Nil },
    };

    /// <summary>What was there, with the named fields as they are written now; all of them when none is named.</summary>
    public static ReportContent Take(this ReportContent before, ReportContent written, IReadOnlyCollection<string> fields)
    {
        Check.All(fields.Select(field => new FieldsCanBeChanged(field, Takers.Keys)));
        return fields.Count == 0 ? written : fields.Aggregate(before, (content, field) => Takers[field](content, written));
    }

    internal static IEnumerable<IRule> Rules(ReportContent content) =>
    [
        new TextsFitTheirField("report.number", content.Number.Length, MaxNumber),
        new TextsFitTheirField("report.signer", content.Signer.Length, MaxSigner),
        new TextsFitTheirField("report.results", content.Results.Length, MaxSection),
        new TextsFitTheirField("report.difficulties", content.Difficulties.Length, MaxSection),
        new TextsFitTheirField("report.proposals", content.Proposals.Length, MaxSection),
    ];

    internal static IEnumerable<IRule> Rules(Letter letter) =>
    [
        new TextsFitTheirField("number", letter.Number.Length, MaxNumber),
        new TextsFitTheirField("signer", letter.Signer.Length, MaxSigner),
    ];

    internal static IEnumerable<IRule> Rules(string reason) =>
    [
        new ReturnsHaveAReason(reason),
        new TextsFitTheirField("reason", reason.Length, MaxReason),
    ];
}
