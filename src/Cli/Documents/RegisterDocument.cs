using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;
using Given = SocialPolicy.PlanRegistry.V1.RegisterDocumentRequest.Types.Said;

namespace SocialPolicy.Cli.Documents;

/// <summary><c>spp document register</c></summary>
internal static class RegisterDocument
{
    public static Command Create()
    {
        var number = new Option<string?>("--number") { Description = "As printed: 42-NQ/TW." };
        var type = new Option<string?>("--type") { Description = "Kind of document: Nghị quyết." };
        var title = new Option<string?>("--title") { Description = "Title, or the name it is cited by." };
        var issuer = new Option<string?>("--issuer") { Description = "Who issued it, as written." };
        var agency = new Option<string?>("--agency") { Description = "The issuer in the directory: agencies/ID or scheme:code." };
        var province = new Option<string?>("--province") { Description = "The province whose organs issued it." };
        var issued = new Option<string?>("--issued") { Description = "Day of issue: yyyy-mm-dd, or a part of it." };
        var from = new Option<string?>("--valid-from") { Description = "First day in force, yyyy-mm-dd." };
        var to = new Option<string?>("--valid-to") { Description = "Last day in force, yyyy-mm-dd." };
        var relations = new Option<string[]>("--says")
        {
            Description = $"KIND=DOCUMENT, or KIND=DOCUMENT@yyyy-mm-dd from a day on. KIND: {DocumentWords.Kinds}. DOCUMENT: documents/ID, plans/ID, or a number. Repeat for each.",
        };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, store nothing." };
        var command = new Command("register", "Register a document and what it says of others; a stub that it fits becomes this document.")
        {
            number, type, title, issuer, agency, province, issued, from, to, relations, dryRun,
        };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new RegisterDocumentRequest
            {
                Document = new()
                {
                    Number = parsed.GetValue(number) ?? "",
                    Type = parsed.GetValue(type) ?? "",
                    Title = parsed.GetValue(title) ?? "",
                    Issuer = parsed.GetValue(issuer) ?? "",
                    IssuerAgency = Said.NameOf(parsed.GetValue(agency) ?? "", "agencies"),
                    Province = parsed.GetValue(province) ?? "",
                    IssuedOn = parsed.GetValue(issued) is { } day ? DocumentWords.Date(day) : null,
                    ValidFrom = DocumentCommands.DayOf(parsed.GetValue(from)),
                    ValidTo = DocumentCommands.DayOf(parsed.GetValue(to)),
                },
                Relations = { (parsed.GetValue(relations) ?? []).Select(ToRelation) },
                RequestId = Said.NewRequest(),
                ValidateOnly = parsed.GetValue(dryRun),
            };
            var document = await connection.Documents.RegisterDocumentAsync(request, Connection.Call(cancellation));
            await ShowDocument.Show(screen, document, connection, cancellation);
            return Exit.Ok;
        });
        return command;
    }

    /// <summary>"repeals=12/NQ-HĐND@2026-07-01".</summary>
    public static Given ToRelation(string said)
    {
        var (kind, rest) = said.Split('=', 2) is [var left, { Length: > 0 } right] ? (left, right) : throw new IOException($"'{said}': write KIND=DOCUMENT.");
        var (other, day) = rest.Split('@', 2) is [var document, var on] ? (document, Said.Day(on)) : (rest, null);
        var relation = new Given { Kind = DocumentWords.Kind(kind), EffectiveOn = day };
        if (other.StartsWith("documents/", StringComparison.Ordinal) || other.StartsWith("plans/", StringComparison.Ordinal))
            relation.Document = other;
        else
            relation.Described = new() { Number = other };
        return relation;
    }
}
