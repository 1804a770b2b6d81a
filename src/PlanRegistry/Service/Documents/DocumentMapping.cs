using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Documents;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Plans;
using Date = Google.Type.Date;

namespace SocialPolicy.PlanRegistry.Service.Documents;

/// <summary>The graph in the words of the contract, and back.</summary>
internal static class DocumentMapping
{
    private const int LongestNumber = 100;
    private const int LongestIssuer = 500;
    private const int LongestTitle = 4_000;

    private static readonly WirePairs<RelationKind, V1.RelationKind> Kinds = new(
        (RelationKind.Implements, V1.RelationKind.Implements),
        (RelationKind.PursuantTo, V1.RelationKind.PursuantTo),
        (RelationKind.OnProposalOf, V1.RelationKind.OnProposalOf),
        (RelationKind.Amends, V1.RelationKind.Amends),
        (RelationKind.Replaces, V1.RelationKind.Replaces),
        (RelationKind.Repeals, V1.RelationKind.Repeals),
        (RelationKind.Guides, V1.RelationKind.Guides),
        (RelationKind.Cites, V1.RelationKind.Cites));

    public static V1.RelationKind ToContract(this RelationKind kind) => Kinds.Of(kind);

    public static RelationKind? ToDomain(this V1.RelationKind kind, string field) => Kinds.From(kind, field);

    public static V1.Document ToContract(this DocumentRow row) => new()
    {
        Name = DocumentService.DocumentName.Of(row.Id),
        Etag = Etag.Of(row.Version),
        Number = row.Number ?? "",
        Type = row.Type ?? "",
        Title = row.Title ?? "",
        Issuer = row.Issuer ?? "",
        IssuedOn = row.IssuedYear is { } year ? new Date { Year = year, Month = row.IssuedMonth ?? 0, Day = row.IssuedDay ?? 0 } : null,
        IssuerLevel = row.IssuerLevel.ToContract(),
        IssuerSystem = row.IssuerSystem.ToContract(),
        Province = row.Province ?? "",
        ValidFrom = row.ValidFrom?.ToContract(),
        ValidTo = row.ValidTo?.ToContract(),
        Plan = row.PlanId is { } plan ? PlanService.PlanName.Of(plan) : "",
        IssuerAgency = row.IssuerAgency is { } agency ? DirectoryService.AgencyName.Of(agency) : "",
        Stub = row.IsStub,
        Ambiguous = row.IsAmbiguous,
        MergedInto = NameOf(row.MergedInto),
        CreateTime = row.CreatedAt.ToTimestamp(),
        UpdateTime = row.UpdatedAt.ToTimestamp(),
    };

    public static V1.Relation ToContract(this RelationRow row) => new()
    {
        Name = DocumentService.RelationName.Of(row.FromId, row.Id),
        Document = DocumentService.DocumentName.Of(row.ToId),
        Kind = row.RelationKind.ToContract(),
        EffectiveOn = row.EffectiveOn?.ToContract(),
        Span = row.IsRead ? new() { Start = row.SpanStart!.Value, End = row.SpanEnd!.Value } : null,
        RecordTime = row.RecordedAt.ToTimestamp(),
        RecordedBy = row.RecordedBy,
    };

    public static string NameOf(Guid? document) => document is { } id ? DocumentService.DocumentName.Of(id) : "";

    /// <summary>What a caller says of a document. An empty value is: not known.</summary>
    public static DocumentDescription ToDescription(this V1.Document said, string path)
    {
        var date = said.IssuedOn is { } given && !given.Equals(new Date()) ? new DocumentDate(given.Year, Stated(given.Month), Stated(given.Day)) : null;
        Check.All(
        [
            new TextsFitTheirField($"{path}.number", said.Number.Length, LongestNumber),
            new TextsFitTheirField($"{path}.type", said.Type.Length, LongestNumber),
            new TextsFitTheirField($"{path}.title", said.Title.Length, LongestTitle),
            new TextsFitTheirField($"{path}.issuer", said.Issuer.Length, LongestIssuer),
            new TextsFitTheirField($"{path}.province", said.Province.Length, LongestNumber),
            new DatesExist($"{path}.issued_on", date?.IsValid ?? true, $"{date}"),
        ]);
        return new(
            Printed.OrNull(said.Number), Printed.OrNull(said.Type), Printed.OrNull(said.Title), Printed.OrNull(said.Issuer), date, Printed.OrNull(said.Province),
            said.IssuerLevel.ToDomain($"{path}.issuer_level"), said.IssuerSystem.ToDomain($"{path}.issuer_system"));
    }

    private static int? Stated(int number) => number == 0 ? null : number;
}
