using SocialPolicy.Harness.Calls;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Commands;

/// <summary>Brings into the register what a command needs.</summary>
internal delegate Task<PreparedCommand> Preparation(Registry registry);

/// <summary>Every command of the register, ready to be sent, and what the register holds around it.</summary>
internal static class Prepared
{
    private const string TablesOfTheRegister = "select array_agg(tablename::text order by tablename) from pg_tables where schemaname = 'public'";

    private static readonly IReadOnlyDictionary<string, Preparation> Commands =
        new[] { PlanCommands.All, DirectoryCommands.All, WorkCommands.All }.SelectMany(commands => commands).ToDictionary();

    /// <summary>The commands that can be prepared.</summary>
    public static IEnumerable<string> Names => Commands.Keys;

    /// <summary>The commands of the contract.</summary>
    public static IEnumerable<string> OfTheContract => Rpcs.Of("socialpolicy.planregistry.v1").Where(rpc => rpc.IsCommand()).Select(rpc => rpc.Name);

    public static Task<PreparedCommand> Prepare(this Registry registry, string command) => Commands[command](registry);

    /// <summary>The answer to a caller who may do everything.</summary>
    public static Task<byte[]> Send(this PreparedCommand command, Registry registry) => command.Send(registry.Calls);

    /// <summary>All that the register holds, and how much it has announced: equal when nothing has changed.</summary>
    public static async Task<string> Holds(this Registry registry)
    {
        var tables = await registry.Ask<string[]>(TablesOfTheRegister);
        var each = tables.Select(table =>
            $"select '{table}' as name, count(*) as rows, md5(string_agg(md5(row::text), '' order by row::text)) as content from {table} row");
        return await registry.Ask<string>(
            $"""
            select string_agg(format('%s %s %s', name, rows, content), E'\n' order by name)
            from ({string.Join(" union all ", each)} union all select 'announcements', count(*), null from ground.outbox) tables
            """);
    }

    /// <summary>What became of the commands with an id, in their order.</summary>
    public static Task<string[]> Outcomes(this Registry registry, Guid requestId) =>
        registry.Ask<string[]>("select coalesce(array_agg(outcome order by id), '{}') from ground.audit_log where request_id = @requestId", new { requestId });
}
