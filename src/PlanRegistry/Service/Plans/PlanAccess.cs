using Dapper;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;
using SocialPolicy.PlanRegistry.Service.Directory;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>
/// Who sees a plan, and who keeps it. A published plan is everybody's to read; before that it is as if it did not exist for all but the agency
/// that took it in. It is kept by the registrars who reach that agency or the plan's issuer, and by the focal officers of its issuer and of
/// those its reports go to or through.
/// </summary>
internal static class PlanAccess
{
    private const string SelectUnpublished = "select id, kept_by from plans where state <> 'published' and (@among::uuid[] is null or id = any(@among))";

    private const string SelectKeepers = """
        select kept_by, true from plans where id = @plan and kept_by is not null
        union
        select agency_id, role = 'issuer' from parties_on(@on) where plan_id = @plan and role in ('issuer', 'addressee', 'via') and agency_id is not null
        """;

    /// <summary>Reads what is shown of plans that the request names. Throws PLAN_NOT_FOUND for one that the caller may not see.</summary>
    public static Task<T> Read<T>(this Requests requests, ServerCallContext call, Guid[] plans, DateOnly today, Func<NpgsqlConnection, Task<T>> query) =>
        requests.Read(call, async connection =>
        {
            await connection.MustSee(call.Caller(), plans, today, call.CancellationToken);
            return await query(connection);
        });

    /// <summary>Throws PLAN_NOT_FOUND for a plan that is there, but not for this caller.</summary>
    public static async Task MustSee(this NpgsqlConnection connection, Caller caller, Guid[] plans, DateOnly today, CancellationToken ct) =>
        Check.All((await connection.HiddenFrom(caller, today, ct, plans)).Select(id => new PlansAreInTheRegister(id, Found: false)));

    /// <summary>Throws PLAN_NOT_FOUND for a plan that is not there, or is one of those hidden from the caller.</summary>
    public static async Task MustBeThere(this NpgsqlConnection connection, Guid plan, Guid[] hidden, CancellationToken ct) => Check.Rule(new PlansAreInTheRegister(
        plan, !hidden.Contains(plan) && await connection.ExecuteScalarAsync<bool>(new("select exists (select from plans where id = @plan)", new { plan }, cancellationToken: ct))));

    /// <summary>The plans that are not published and not this caller's; of those named, or of all.</summary>
    public static async Task<Guid[]> HiddenFrom(this NpgsqlConnection connection, Caller caller, DateOnly today, CancellationToken ct, Guid[]? among = null)
    {
        if (caller.IsUnbounded)
            return [];
        var unpublished = (await connection.QueryAsync<(Guid Id, Guid? KeptBy)>(new(SelectUnpublished, new { among }, cancellationToken: ct))).AsList();
        if (unpublished.Count == 0)
            return [];
        var own = await connection.AgenciesOf(caller, today, ct);
        return [.. unpublished.Where(plan => plan.KeptBy is not { } keeper || !own.Contains(keeper)).Select(plan => plan.Id)];
    }

    /// <summary>The agency that a caller takes a plan in for: the one it names, else its own; null for the installation itself.</summary>
    public static async Task<Guid?> KeeperOf(this Work work, string named, string field)
    {
        if (named.Length > 0)
        {
            var agency = await work.Connection.RequireAgencyInForce(named, field, work.At.InVietnam(), work.Cancellation);
            await work.MustActFor(agency.Id, DirectoryService.AgencyName.Of(agency.Id));
            return agency.Id;
        }

        var own = await work.OwnAgency();
        Check.Rule(new FieldsAreFilled(field, own is not null || work.Caller.IsUnbounded));
        work.Admit();
        return own;
    }

    /// <summary>Throws PLAN_NOT_YOURS unless the caller keeps the plan; PLAN_NOT_FOUND when he may not even see it.</summary>
    public static async Task MustKeep(this Work work, Guid plan)
    {
        await work.Connection.MustSee(work.Caller, [plan], work.At.InVietnam(), work.Cancellation);
        Check.Rule(new PlansAreKeptByTheirOwn(plan, await work.Keeps(plan)));
        work.Admit();
    }

    /// <summary>Throws AGENCY_NOT_YOURS unless the caller reaches the agency a plan is about to be published for. Who issued it is nobody's, where the directory does not know.</summary>
    public static async Task MustPublishFor(this Work work, Guid? issuer)
    {
        if (issuer is { } agency)
        {
            Check.Rule(new CallersActForTheirAgencies(
                DirectoryService.AgencyName.Of(agency), await work.Connection.Reaches(work.Caller, [agency], work.At.InVietnam(), work.Cancellation)));
        }
    }

    /// <summary>Whether the caller keeps the plan.</summary>
    public static async Task<bool> Keeps(this Work work, Guid plan)
    {
        var (caller, on, ct) = (work.Caller, work.At.InVietnam(), work.Cancellation);
        if (caller.IsUnbounded)
            return caller.IsAny(Role.Registrar, Role.FocalOfficer, Role.Administrator);
        var keepers = (await work.Connection.QueryAsync<(Guid Agency, bool Registers)>(work.Sql(SelectKeepers, new { plan, on }))).AsList();
        return (caller.IsAny(Role.Registrar) && await work.Connection.Reaches(caller, [.. keepers.Where(one => one.Registers).Select(one => one.Agency)], on, ct))
            || (caller.IsAny(Role.FocalOfficer) && await work.Connection.ActsFor(caller, [.. keepers.Select(one => one.Agency)], on, ct));
    }

    /// <summary>The agency the caller belongs to; null when it belongs to none that the directory has.</summary>
    public static Task<Guid?> OwnAgency(this Work work) => work.Connection.QuerySingleOrDefaultAsync<Guid?>(
        work.Sql("select id from agencies where codes @> array[@code]", new { code = work.Caller.Agency ?? "" }));
}
