using Dapper;
using Grpc.Core;
using Npgsql;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Service.Owners;

internal sealed partial class OwnerService
{
    private const string SelectIssuerUnit = """
        select a.unit_id from plan_parties p join agencies a on a.id = p.agency_id where p.plan_id = @Id and p.role = 'issuer'
        """;

    /// <summary>Suggestions for each of the items.</summary>
    private async Task<IReadOnlyDictionary<Guid, IReadOnlyList<OwnerSuggestion>>> Suggest(
        NpgsqlConnection connection, OwnerBook book, IReadOnlyList<OwnableItem> items, DateOnly on, ServerCallContext call)
    {
        var duties = await OrganisationOf(connection, book, call);
        var unit = await IssuerUnit(connection, book.Plan, on, call.CancellationToken);
        var around = unit is { } of ? await connection.AroundUnit(of, on, call.CancellationToken) : null;
        var suggesting = new SuggestingOwners(book.Content, duties, around);
        return items.ToDictionary(item => item.Id, suggesting.For);
    }

    /// <summary>The unit of the plan's issuer: fixed when it was published, found anew until then. Null when the directory does not know it.</summary>
    private static async Task<Guid?> IssuerUnit(NpgsqlConnection connection, Plan plan, DateOnly on, CancellationToken ct)
    {
        if (plan.State is PlanState.Published)
            return await connection.QuerySingleOrDefaultAsync<Guid?>(new(SelectIssuerUnit, new { plan.Id }, cancellationToken: ct));
        if (plan.Header.Issuer is not { } issuer)
            return null;
        var (candidates, units) = await connection.PossibleIssuers(on, ct);
        return PartyResolver.IssuerOf(issuer, candidates, units, plan.Header.Province)?.UnitId;
    }

    // Of a plan taken in before the section was kept it is read again.
    private async Task<IReadOnlyList<PlanOrganisationDuty>> OrganisationOf(NpgsqlConnection connection, OwnerBook book, ServerCallContext call)
    {
        if (book.Content.OrganisationDuties.Count > 0)
            return book.Content.OrganisationDuties;
        var (name, sha256) = await connection.QuerySingleAsync<(string, string)>(new(
            "select file_name, coalesce(text_sha256, sha256) from plans where id = @Id", new { book.Plan.Id }, cancellationToken: call.CancellationToken));
        return await readings.One(async () => PlanOrganisationDuty.Of(PlanReader.Read(await Text(name, sha256, call.CancellationToken))), call.CancellationToken);
    }

    private async Task<string> Text(string name, string sha256, CancellationToken ct)
    {
        await using var file = await files.Open(sha256, ct);
        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        return await documents.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), name, ct);
    }
}
