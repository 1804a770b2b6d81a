using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>
/// For which agencies a caller acts, and which lie below those, on a day. A service that asks has a directory with two views:
/// <c>directory_seats</c> (id, codes, valid_to) of its agencies, and <c>directory_bonds</c> (below, above, since, inherited): an agency or a
/// unit stands below another, from a day on; inherited, when the other is the only heir of one that ended. Who takes over an agency
/// takes over what it may do, and an agency that ended may do nothing any more.
/// </summary>
public static class Reach
{
    private const string Named = "select s.id from directory_seats s where s.codes && @codes and not coalesce(s.valid_to < @on, false)";

    private const string Own = $"""
        with recursive own (id) as (
            {Named}
            union
            select b.below from own join directory_bonds b on b.above = own.id where b.inherited and b.since <= @on)
        select id from own
        """;

    private const string Below = $"""
        with recursive under (id) as (
            {Named}
            union
            select b.below from under join directory_bonds b on b.above = under.id where coalesce(b.since <= @on, true))
        select u.id from under u join directory_seats s on s.id = u.id
        """;

    private const string IsItself = "select exists (select from directory_seats where id = @agency and codes @> array[@code])";

    // From the agency upwards: a few steps, however much lies below the caller.
    private const string IsAbove = $"""
        with recursive over (id) as (
            select unnest(@agencies::uuid[])
            union
            select b.above from over join directory_bonds b on b.below = over.id where coalesce(b.since <= @on, true) and (@below or b.inherited))
        select exists (select from over where id in ({Named}))
        """;

    /// <summary>The agencies a caller acts for: its own, those it is listed for, and those whose only heir these are.</summary>
    public static async Task<IReadOnlySet<Guid>> AgenciesOf(this NpgsqlConnection connection, Caller caller, DateOnly on, CancellationToken ct) =>
        (await connection.QueryAsync<Guid>(new(Own, new { codes = Codes(caller), on }, cancellationToken: ct))).ToHashSet();

    /// <summary>All agencies whose own a caller sees: those it acts for and those below them. Null: all there are.</summary>
    public static async Task<Guid[]?> AgenciesSeenBy(this NpgsqlConnection connection, Caller caller, DateOnly on, CancellationToken ct) =>
        caller.IsUnbounded ? null : [.. await connection.QueryAsync<Guid>(new(Below, new { codes = Codes(caller), on }, cancellationToken: ct))];

    /// <summary>Whether a caller acts for one of the agencies.</summary>
    public static Task<bool> ActsFor(this NpgsqlConnection connection, Caller caller, IReadOnlyCollection<Guid> agencies, DateOnly on, CancellationToken ct) =>
        connection.Asks(caller, agencies, on, below: false, ct);

    /// <summary>Whether a caller acts for one of the agencies, or for one above them.</summary>
    public static Task<bool> Reaches(this NpgsqlConnection connection, Caller caller, IReadOnlyCollection<Guid> agencies, DateOnly on, CancellationToken ct) =>
        connection.Asks(caller, agencies, on, below: true, ct);

    /// <summary>Throws AGENCY_NOT_YOURS unless the caller acts for the agency; the audit says so when it is not its own.</summary>
    /// <param name="work">The command.</param>
    /// <param name="agency">The agency that it is about.</param>
    /// <param name="name">Its name, as the refusal says it.</param>
    public static async Task MustActFor(this Work work, Guid agency, string name)
    {
        var allowed = await work.Connection.ActsFor(work.Caller, [agency], work.At.InVietnam(), work.Cancellation);
        Check.Rule(new CallersActForTheirAgencies(name, allowed));
        work.Admit();
        if (!await work.Connection.ExecuteScalarAsync<bool>(work.Sql(IsItself, new { agency, code = work.Caller.Agency ?? "" })))
            work.ActsFor(name);
    }

    // Whom no agency bounds reaches all of them, but acts for none that is not named.
    private static async Task<bool> Asks(
        this NpgsqlConnection connection, Caller caller, IReadOnlyCollection<Guid> agencies, DateOnly on, bool below, CancellationToken ct) =>
        (below && caller.IsUnbounded)
        || (agencies.Count > 0 && await connection.ExecuteScalarAsync<bool>(
            new(IsAbove, new { agencies = agencies.ToArray(), codes = Codes(caller), on, below }, cancellationToken: ct)));

    private static string[] Codes(Caller caller) => [.. caller.Agencies];
}
