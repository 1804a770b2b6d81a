using SocialPolicy.Cli.Output;
using SocialPolicy.Reporting.V1;

namespace SocialPolicy.Cli.Reporting;

/// <summary>Sets one field of a report from its text form.</summary>
internal static class ReportFields
{
    private static readonly Dictionary<string, Action<Report, string>> Known = new()
    {
        ["number"] = (report, value) => report.Number = value,
        ["signer"] = (report, value) => report.Signer = value,
        ["signed_on"] = (report, value) => report.SignedOn = value.Length > 0 ? Said.Day(value) : null,
        ["results"] = (report, value) => report.Results = value,
        ["difficulties"] = (report, value) => report.Difficulties = value,
        ["proposals"] = (report, value) => report.Proposals = value,
        ["nil"] = (report, value) => report.Nil = bool.TryParse(value, out var nil) ? nil : throw new IOException($"nil is true or false, not '{value}'."),
    };

    /// <param name="request">Takes the value and its path in the mask.</param>
    /// <param name="pair">FIELD=VALUE.</param>
    /// <exception cref="IOException">It is no such pair.</exception>
    public static void Set(DraftReportRequest request, string pair)
    {
        var (field, value) = pair.Split('=', 2) is [var left, var right] ? (left, right) : throw new IOException($"--set {pair}: expected FIELD=VALUE.");
        if (!Known.TryGetValue(field, out var set))
            throw new IOException($"A report has no field '{field}' to set; these can: {string.Join(", ", Known.Keys)}.");
        set(request.Report, value);
        request.UpdateMask.Paths.Add(field);
    }
}
