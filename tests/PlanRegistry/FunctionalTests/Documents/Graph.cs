using System.Globalization;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Date = Google.Type.Date;
using Said = SocialPolicy.PlanRegistry.V1.RegisterDocumentRequest.Types.Said;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

/// <summary>Documents as a person registers them; every number is one that no other test has.</summary>
internal static class Graph
{
    private static int counter = 1_000;

    public static string NewNumber(string symbol = "NQ/TW")
    {
        var next = Interlocked.Increment(ref counter).ToString(CultureInfo.InvariantCulture);
        return symbol.EndsWith("TW", StringComparison.Ordinal) ? $"{next}-{symbol}" : $"{next}/{symbol}";
    }

    public static Date On(int year, int month = 0, int day = 0) => new() { Year = year, Month = month, Day = day };

    public static V1.Document Central(string number, Date? issuedOn = null) =>
        new() { Number = number, IssuedOn = issuedOn ?? On(2023, 11, 24), Issuer = "Ban Chấp hành Trung ương" };

    public static Said Of(V1.Document other, V1.RelationKind kind = V1.RelationKind.Implements, Date? effectiveOn = null) =>
        other.Name.Length > 0 ? new() { Document = other.Name, Kind = kind, EffectiveOn = effectiveOn } : new() { Described = other, Kind = kind, EffectiveOn = effectiveOn };

    public static async Task<V1.Document> Register(this Registry registry, V1.Document document, params Said[] relations) =>
        await registry.Documents.RegisterDocumentAsync(new() { Document = document, Relations = { relations } });

    /// <summary>A new document, with a relation to each of the others.</summary>
    public static Task<V1.Document> New(this Registry registry, params V1.Document[] above) =>
        registry.Register(Central(NewNumber()), [.. above.Select(document => Of(document))]);

    public static async Task<V1.Document> Find(this Registry registry, string name) => await registry.Documents.GetDocumentAsync(new() { Name = name });

    public static async Task<IReadOnlyList<V1.Document>> Called(this Registry registry, string number) =>
        (await registry.Documents.ListDocumentsAsync(new() { Query = number })).Documents;

    public static async Task<IReadOnlyList<string>> Above(this Registry registry, V1.Document document, Date? on = null) =>
        [.. (await registry.Documents.ListAncestorsAsync(new() { Name = document.Name, On = on })).Documents.Select(found => found.Document.Name)];

    public static async Task<V1.Plan> Confirmed(this Registry registry, string text)
    {
        var plan = await registry.Import(text);
        return await registry.Registrar.ConfirmReadingAsync(new() { Name = plan.Name });
    }

    public static async Task<V1.Plan> Published(this Registry registry, string text)
    {
        var plan = await registry.Confirmed(text);
        return await registry.Registrar.PublishPlanAsync(new() { Name = plan.Name });
    }

    /// <summary>A plan that rests on a document.</summary>
    public static string PlanPursuantTo(string basis, string number) => SamplePlan.Text(number).Replace(
        "Căn cứ Nghị quyết số 42-NQ/TW ngày 24/11/2023 của Ban Chấp hành Trung ương Đảng khóa XIII;", $"Căn cứ {basis};", StringComparison.Ordinal)
        .Replace("của Nghị quyết số 42-NQ/TW.", "của cấp trên.", StringComparison.Ordinal);
}
