using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Documents.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Documents;

/// <summary>
/// Finds which document is meant, and keeps what becomes known of it. What a text cites always has a place: a stub where nothing
/// fits, a stub of its own where several do. What a person names is one document, or refused.
/// </summary>
/// <param name="known">All documents that have a number or a title in common with what will be asked for.</param>
/// <param name="at">When: new ids begin with it.</param>
public sealed class Shelf(IEnumerable<Document> known, DateTimeOffset at)
{
    private readonly Dictionary<Guid, Document> documents = known.ToDictionary(document => document.Id);
    private readonly Dictionary<Guid, Document> changed = [];

    /// <summary>The documents that are new or changed.</summary>
    public IReadOnlyCollection<Document> Changed => changed.Values;

    /// <summary>The document of this id as it stands now.</summary>
    public Document this[Guid id] => documents[id];

    /// <summary>The document of a plan; null before it enters.</summary>
    public Document? FindPlan(Guid plan) => documents.Values.FirstOrDefault(document => document.PlanId == plan);

    /// <summary>The document that a text cites.</summary>
    public Document Cited(DocumentDescription said)
    {
        var key = DocumentKey.Of(said);
        if (Decided(key) is { } decided)
            return decided;
        return Fitting(key) switch
        {
            [] => Keep(New(said) with { IsStub = true }),
            [{ IsStub: true } stub] => Complete(stub, said),
            [var one] => one,
            _ => Keep(New(said) with { IsStub = true, IsAmbiguous = true }),
        };
    }

    /// <summary>The document that a person describes; a stub where nothing fits. Throws DOCUMENT_AMBIGUOUS, DOCUMENT_WITHOUT_A_KEY.</summary>
    public Document Named(DocumentDescription said, string path)
    {
        var key = DocumentKey.Of(said);
        Check.Rule(new DocumentsHaveAKey(path, key));
        var fitting = Meant(key, path);
        return fitting is null ? Keep(New(said) with { IsStub = true }) : fitting.IsStub ? Complete(fitting, said) : fitting;
    }

    /// <summary>A document that a person registers: a stub is filled, a known one completed. Throws as <see cref="Named"/>, and DOCUMENT_CONTRADICTED.</summary>
    public Document Registered(Document given, string path)
    {
        ArgumentNullException.ThrowIfNull(given);
        var key = given.Key;
        Check.Rule(new DocumentsHaveAKey(path, key));
        if (Meant(key, path) is not { } found)
            return Keep(given with { Id = Guid.CreateVersion7(at), Version = 1 });
        Check.Rule(new KnownDocumentsStand(found.Id, found.IsStub ? [] : [.. Contradictions.Between(found, given)]));
        return Change(found, found with
        {
            Said = found.IsStub ? given.Said.Completed(found.Said) : found.Said.Completed(given.Said),
            ValidFrom = found.ValidFrom ?? given.ValidFrom,
            ValidTo = found.ValidTo ?? given.ValidTo,
            IssuerAgency = found.IssuerAgency ?? given.IssuerAgency,
            IsStub = false,
        });
    }

    /// <summary>The document of a plan whose reading is confirmed: the one it was, the one that its citations stood for, or a new one.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="said">What it says of itself.</param>
    /// <param name="lastYear">The last year of its period.</param>
    /// <param name="agency">The agency that its issuer means.</param>
    public Document OfPlan(Guid plan, DocumentDescription said, int? lastYear, Guid? agency)
    {
        var key = DocumentKey.Of(said);
        var found = FindPlan(plan)
            ?? (Fitting(key) is [{ PlanId: null } only] ? only : null)
            ?? New(said) with { PlanId = plan };
        var entered = found with
        {
            Said = found.PlanId == plan ? said : said.Completed(found.Said),
            PlanId = plan,
            IssuerAgency = agency ?? found.IssuerAgency,
            ValidTo = EndOf(lastYear, found.ValidTo),
            IsStub = false,
        };
        return documents.ContainsKey(found.Id) ? Change(found, entered) : Keep(entered);
    }

    /// <summary>Makes a document what it is from now on.</summary>
    public Document Change(Document before, Document after) =>
        before == after ? before : Keep(after with { Version = documents[before.Id].Version + (changed.ContainsKey(before.Id) ? 0 : 1) });

    // Another day than the end of a year is a person's word and stays.
    private static DateOnly? EndOf(int? lastYear, DateOnly? known) =>
        lastYear is { } year && known is null or { Month: 12, Day: 31 } ? new DateOnly(year, 12, 31) : known;

    private Document? Meant(DocumentKey key, string path)
    {
        if (Decided(key) is { IsAmbiguous: false } decided)
            return decided;
        var fitting = Fitting(key);
        Check.Rule(new DescriptionsMeanOneDocument(path, [.. fitting.Select(document => document.Id)]));
        return fitting.SingleOrDefault();
    }

    // The same words mean what they meant before: the stub that waits for a person, or what a person made of it.
    private Document? Decided(DocumentKey key)
    {
        var same = documents.Values.FirstOrDefault(document => !document.IsOpen && document.Key == key);
        while (same?.MergedInto is { } into)
            same = documents.GetValueOrDefault(into);
        return same;
    }

    // Who says the whole date means the document of that date, though others that say none would fit as well.
    private List<Document> Fitting(DocumentKey key)
    {
        var fitting = documents.Values.Where(document => document.IsOpen && document.Key.Fits(key)).ToList();
        var ofTheDay = fitting.Where(document => document.Key.IsOfTheDayOf(key)).ToList();
        return fitting.Count > 1 && ofTheDay.Count == 1 ? ofTheDay : fitting;
    }

    private Document Complete(Document stub, DocumentDescription said) => Change(stub, stub with { Said = stub.Said.Completed(said) });

    private Document New(DocumentDescription said) => new(Guid.CreateVersion7(at), 1, said, IsStub: false);

    private Document Keep(Document document) => documents[document.Id] = changed[document.Id] = document;
}
