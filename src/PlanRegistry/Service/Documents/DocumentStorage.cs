using System.Text.Json;
using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Documents;
using SocialPolicy.PlanRegistry.Domain.Documents.Rules;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Documents;

/// <summary>Documents, as commands load and keep them.</summary>
internal static class DocumentStorage
{
    private const string ById = $"select {DocumentRow.Columns} from documents d where d.id = @id";
    private const string ByPlan = $"select {DocumentRow.Columns} from documents d where d.plan_id = @id";

    // With what merged stubs stand for.
    private const string Alike = $"""
        with recursive alike as (
            select d.* from documents d where d.number_key = any(@numbers) or d.title_key = any(@titles) or d.plan_id = @plan
            union
            select d.* from documents d join alike on d.id = alike.merged_into
        )
        select {DocumentRow.Columns} from alike d
        """;

    private const string Columns = """
        id, version, number, number_key, type, title, title_key, issuer, issuer_key, issuer_level, issuer_system, province, province_key,
        issued_year, issued_month, issued_day, valid_from, valid_to, plan_id, issuer_agency, is_stub, is_ambiguous, merged_into, search_text
        """;

    private const string KeepAll = $"""
        insert into documents ({Columns}, created_at, updated_at)
        select {Columns}, @At, @At from jsonb_to_recordset(@rows::jsonb) as t (
            id uuid, version bigint, number text, number_key text, type text, title text, title_key text, issuer text, issuer_key text,
            issuer_level text, issuer_system text, province text, province_key text, issued_year int, issued_month int, issued_day int,
            valid_from date, valid_to date, plan_id uuid, issuer_agency uuid, is_stub bool, is_ambiguous bool, merged_into uuid, search_text text)
        on conflict (id) do update set
            version = excluded.version, number = excluded.number, number_key = excluded.number_key, type = excluded.type, title = excluded.title,
            title_key = excluded.title_key, issuer = excluded.issuer, issuer_key = excluded.issuer_key, issuer_level = excluded.issuer_level,
            issuer_system = excluded.issuer_system, province = excluded.province, province_key = excluded.province_key,
            issued_year = excluded.issued_year, issued_month = excluded.issued_month, issued_day = excluded.issued_day,
            valid_from = excluded.valid_from, valid_to = excluded.valid_to, plan_id = excluded.plan_id, issuer_agency = excluded.issuer_agency,
            is_stub = excluded.is_stub, is_ambiguous = excluded.is_ambiguous, merged_into = excluded.merged_into,
            search_text = excluded.search_text, updated_at = excluded.updated_at
        """;

    /// <summary>Holds the graph against other changes until this work ends.</summary>
    public static Task HoldGraph(this Work work) => work.Connection.ExecuteAsync(work.Sql("select from document_graph for update"));

    /// <summary>The document of a name: <c>documents/{document}</c>, or that of <c>plans/{plan}</c>.</summary>
    public static Task<DocumentRow> RequireDocument(this NpgsqlConnection connection, string name, string field, CancellationToken ct) => Require(
        name, field, (sql, id) => connection.QuerySingleOrDefaultAsync<DocumentRow>(new(sql, new { id }, cancellationToken: ct)));

    /// <summary>The same, for a command that will have it stand for itself: throws DOCUMENT_MERGED.</summary>
    public static async Task<Document> RequireLiving(this Work work, string name, string field)
    {
        var document = (await Require(name, field, (sql, id) => work.Hold<DocumentRow>(sql, new { id }))).ToDocument();
        Check.Rule(new MergedDocumentsStandForAnother(document.MergedInto, field));
        return document;
    }

    /// <summary>All documents that what is said may mean.</summary>
    public static async Task<Shelf> ShelfFor(this Work work, IEnumerable<DocumentDescription> said, Guid? plan = null)
    {
        var keys = said.Select(DocumentKey.Of).ToList();
        var numbers = keys.Select(key => key.Number).OfType<string>().Distinct().ToArray();
        var titles = keys.Select(key => key.Title).OfType<string>().Distinct().ToArray();
        var rows = await work.Connection.QueryAsync<DocumentRow>(work.Sql(Alike, new { numbers, titles, plan }));
        return new([.. rows.Select(row => row.ToDocument())], work.At);
    }

    public static async Task Keep(this Work work, IReadOnlyCollection<Document> documents)
    {
        if (documents.Count > 0)
            await work.Connection.ExecuteAsync(work.Sql(KeepAll, new { rows = JsonSerializer.Serialize(documents.Select(DocumentRow.Of), RowJson.Options), work.At }));
    }

    private static async Task<DocumentRow> Require(string name, string field, Func<string, Guid, Task<DocumentRow?>> read)
    {
        var isPlan = name.StartsWith("plans/", StringComparison.Ordinal);
        var row = await read(isPlan ? ByPlan : ById, isPlan ? PlanService.PlanName.Parse(name, field) : DocumentService.DocumentName.Parse(name, field));
        Check.Rule(new DocumentsAreInTheGraph(name, field, row is not null));
        return row!;
    }
}
