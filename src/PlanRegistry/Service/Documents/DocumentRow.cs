using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanRegistry.Domain.Documents;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Service.Documents;

/// <summary>A row of documents.</summary>
internal sealed class DocumentRow
{
    public const string Columns = """
        d.id, d.version, d.number, d.type, d.title, d.issuer, d.issuer_level, d.issuer_system, d.province, d.issued_year, d.issued_month, d.issued_day,
        d.valid_from, d.valid_to, d.plan_id, d.issuer_agency, d.is_stub, d.is_ambiguous, d.merged_into, d.created_at, d.updated_at
        """;

    public Guid Id { get; init; }
    public long Version { get; init; }
    public string? Number { get; init; }
    public string? Type { get; init; }
    public string? Title { get; init; }
    public string? Issuer { get; init; }
    public GovernmentLevel? IssuerLevel { get; init; }
    public GovernmentSystem? IssuerSystem { get; init; }
    public string? Province { get; init; }
    public int? IssuedYear { get; init; }
    public int? IssuedMonth { get; init; }
    public int? IssuedDay { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
    public Guid? PlanId { get; init; }
    public Guid? IssuerAgency { get; init; }
    public bool IsStub { get; init; }
    public bool IsAmbiguous { get; init; }
    public Guid? MergedInto { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    public Document ToDocument() => new(Id, Version, ToDescription(), IsStub)
    {
        ValidFrom = ValidFrom,
        ValidTo = ValidTo,
        PlanId = PlanId,
        IssuerAgency = IssuerAgency,
        IsAmbiguous = IsAmbiguous,
        MergedInto = MergedInto,
    };

    /// <summary>The columns that a document fills, for the database to read as JSON.</summary>
    public static object Of(Document document)
    {
        var key = document.Key;
        return new
        {
            document.Id,
            document.Version,
            document.Said.Number,
            NumberKey = key.Number,
            document.Said.Type,
            document.Said.Title,
            TitleKey = key.Title,
            document.Said.Issuer,
            IssuerKey = key.Issuer,
            IssuerLevel = Words.OfAny(document.Said.IssuerLevel),
            IssuerSystem = Words.OfAny(document.Said.IssuerSystem),
            document.Said.Province,
            ProvinceKey = key.Province,
            IssuedYear = document.Said.IssuedOn?.Year,
            IssuedMonth = document.Said.IssuedOn?.Month,
            IssuedDay = document.Said.IssuedOn?.Day,
            document.ValidFrom,
            document.ValidTo,
            document.PlanId,
            document.IssuerAgency,
            document.IsStub,
            document.IsAmbiguous,
            document.MergedInto,
            SearchText = TextFolding.Fold($"{document.Said.Number} {document.Said.Title} {document.Said.Issuer}"),
        };
    }

    private DocumentDescription ToDescription() => new(
        Number, Type, Title, Issuer, IssuedYear is { } year ? new DocumentDate(year, IssuedMonth, IssuedDay) : null, Province, IssuerLevel, IssuerSystem);
}
