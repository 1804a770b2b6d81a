using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Documents.Rules;
using SocialPolicy.PlanRegistry.Service.Directory;
using Reach = SocialPolicy.PlanRegistry.V1.AgencyGroup.Types.Reach;

namespace SocialPolicy.PlanRegistry.Service.Documents;

/// <summary>Whose duty it is to issue a document, and what they and those before them have issued.</summary>
internal static class CoverageQueries
{
    private const string SelectMembers = "select id, name from agencies where id = any(@ids) order by name, id";

    // Those before a member are all whose heirs, or the heirs of whose heirs, it is.
    private const string SelectIssued = """
        with recursive line as (
            select id as member, id as agency from unnest(@members) as m (id)
            union
            select line.member, a.id from line join (select a.id, unnest(a.succeeded_by) as heir from agencies a) a on a.heir = line.agency
        )
        select line.member, line.agency, d.id as document
        from line join documents d on d.issuer_agency = line.agency join document_standings(@met, @on) s on s.id = d.id and s.in_force
        """;

    /// <summary>The agencies that a request asks about, by name. Throws UNIT_NOT_FOUND, DOCUMENT_ISSUER_UNKNOWN, PARTY_UNKNOWN.</summary>
    public static async Task<IReadOnlyList<CoverageMember>> MembersWanted(
        this NpgsqlConnection connection, V1.GetCoverageRequest request, DocumentRow document, DateOnly on, CancellationToken ct)
    {
        var party = request.Group is { } said
            ? new Party("", null, await connection.ToGroup(said, ct))
            : await connection.PartyOf(request.Text, document, on, ct);
        var ids = party.Group is { } group ? await connection.MembersOf(group, on, ct) : [party.AgencyId!.Value];
        return (await connection.QueryAsync<CoverageMember>(new(SelectMembers, new { ids = ids.ToArray() }, cancellationToken: ct))).AsList();
    }

    /// <summary>What members and those before them have issued of what a walk met, by member.</summary>
    public static async Task<ILookup<Guid, CoverageIssued>> IssuedFor(
        this NpgsqlConnection connection, IReadOnlyList<CoverageMember> members, Walked walked, DateOnly on, CancellationToken ct)
    {
        var depths = walked.Firsts.ToDictionary(step => step.Far, step => step.Depth);
        var rows = await connection.QueryAsync<IssuedRow>(new(
            SelectIssued, new { members = members.Select(member => member.Id).ToArray(), met = depths.Keys.ToArray(), on }, cancellationToken: ct));
        return rows.ToLookup(row => row.Member, row => new CoverageIssued(row.Document, row.Agency, depths[row.Document]));
    }

    private static async Task<AgencyGroup> ToGroup(this NpgsqlConnection connection, V1.AgencyGroup said, CancellationToken ct)
    {
        var kinds = said.Kinds.Select(kind => kind.ToDomain("group.kinds")).OfType<AgencyKind>().Distinct().ToList();
        Check.All(
            new FieldsAreFilled("group.unit", said.Unit.Length > 0),
            new FieldsAreFilled("group.reach", said.Reach is not Reach.Unspecified),
            new ValuesAreKnown("group.reach", $"{said.Reach}", Enum.IsDefined(said.Reach)),
            new FieldsAreFilled("group.kinds", kinds.Count > 0));
        var unit = await connection.RequireUnit(said.Unit, "group.unit", ct);
        return new(unit.Id, said.Reach is Reach.UnitsBelow, kinds);
    }

    // The document meant the agencies of its own day: "UBND các huyện" of 2024 are the units right below, whatever they are on the day.
    private static async Task<Party> PartyOf(this NpgsqlConnection connection, string text, DocumentRow document, DateOnly on, CancellationToken ct)
    {
        var issuedOn = document.ToDocument().Said.IssuedOn?.AsDay ?? on;
        var isIssuerKnown = false;
        foreach (var day in new[] { issuedOn, on })
        {
            if (await connection.IssuerUnit(document, day, ct) is not { } unit)
                continue;
            isIssuerKnown = true;
            var party = PartyResolver.Resolve(text, await connection.AroundUnit(unit, day, ct));
            if (party.IsKnown)
                return party;
        }

        Check.Rule(new IssuersOfDocumentsAreKnown(document.Issuer, isIssuerKnown));
        Check.Rule(new PartiesAreKnown(text, Known: false));
        return new(text, null, null);
    }

    private static async Task<Guid?> IssuerUnit(this NpgsqlConnection connection, DocumentRow document, DateOnly on, CancellationToken ct)
    {
        if (document.IssuerAgency is { } known)
            return (await connection.RequireAgency(DirectoryService.AgencyName.Of(known), "name", ct)).UnitId;
        if (document.Issuer is not { } issuer)
            return null;
        var (candidates, units) = await connection.PossibleIssuers(on, ct);
        return PartyResolver.IssuerOf(issuer, candidates, units, document.Province)?.UnitId;
    }

    private sealed class IssuedRow
    {
        public Guid Member { get; init; }
        public Guid Agency { get; init; }
        public Guid Document { get; init; }
    }
}

/// <summary>An agency whose duty it is.</summary>
internal sealed class CoverageMember
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
}

/// <summary>A document that counts, and who issued it.</summary>
internal sealed record CoverageIssued(Guid Document, Guid Agency, int Depth);
