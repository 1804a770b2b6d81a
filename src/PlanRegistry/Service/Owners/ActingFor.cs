using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Service.Directory;

namespace SocialPolicy.PlanRegistry.Service.Owners;

/// <summary>For whom a caller may record: those who keep the register for anybody, for much arrives on paper; an officer for his agency.</summary>
internal static class ActingFor
{
    /// <summary>Throws AGENCY_NOT_YOURS. Nobody's item is recorded by those who keep the register alone.</summary>
    public static async Task MustActFor(this Work work, Guid? agency)
    {
        if (work.Caller.IsAny(Role.Registrar, Role.FocalOfficer, Role.Administrator))
            return;
        var own = await work.Connection.AgenciesOf(work.Caller, work.Cancellation);
        Check.Rule(new CallersActForTheirAgencies(
            agency is { } one ? DirectoryService.AgencyName.Of(one) : "an agency that leads", agency is { } asked && own.Contains(asked)));
    }

    /// <summary>The agency the caller belongs to; null for systems of the installation and for codes the directory does not have.</summary>
    public static Task<Guid?> OwnAgency(this Work work) => work.Connection.QuerySingleOrDefaultAsync<Guid?>(
        work.Sql("select id from agencies where codes @> array[@code]", new { code = work.Caller.Agency ?? "" }));

    private static async Task<IReadOnlySet<Guid>> AgenciesOf(this NpgsqlConnection connection, Caller caller, CancellationToken ct)
    {
        string[] codes = [.. caller.Agency is { } own ? caller.ActingFor.Append(own) : caller.ActingFor];
        return (await connection.QueryAsync<Guid>(new("select id from agencies where codes && @codes", new { codes }, cancellationToken: ct))).ToHashSet();
    }
}
