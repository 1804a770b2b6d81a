using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Documents;

namespace SocialPolicy.PlanRegistry.Service.Documents;

/// <summary>Documents as callers see them.</summary>
internal static class DocumentQueries
{
    /// <summary>What a command answers with: the document as the command leaves it.</summary>
    public static async Task<V1.Document> Show(this Work work, Guid id) =>
        await work.Connection.Complete(await work.Connection.RequireDocument(DocumentService.DocumentName.Of(id), "name", work.Cancellation), work.Cancellation);

    /// <summary>With what it says of others.</summary>
    public static async Task<V1.Document> Complete(this NpgsqlConnection connection, DocumentRow row, CancellationToken ct)
    {
        var document = row.ToContract();
        document.Relations.Add((await connection.RelationsOf(row.Id, ct)).Select(relation => relation.ToContract()));
        document.CitedByCount = await connection.CountOfCiting(row.Id, ct);
        return document;
    }

    /// <summary>The documents that steps lead to, in the order of the steps.</summary>
    public static async Task<IEnumerable<V1.RelatedDocument>> Present(this NpgsqlConnection connection, IReadOnlyList<Step> steps, DateOnly on, CancellationToken ct)
    {
        var found = await connection.Standings(steps.Select(step => step.Far), on, ct);
        return steps.Select(step => step.ToContract(found[step.Far]));
    }

    public static V1.RelatedDocument ToContract(this Step step, StandingRow found) => new()
    {
        Document = found.Document.ToContract(),
        Standing = found.Standing.ToContract(),
        Depth = step.Depth,
        Via = DocumentService.DocumentName.Of(step.Near),
        Kind = Words.Read<RelationKind>(step.Kind).ToContract(),
    };
}
