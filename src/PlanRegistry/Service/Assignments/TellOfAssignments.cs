using System.Globalization;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

/// <summary>Tells of names in published plans that mean somebody else from a day on, when it has come. Days late is fine: each once.</summary>
internal sealed class TellOfAssignments(NpgsqlDataSource source, OwnWork own, TimeProvider clock) : IJob
{
    public string Name => "tell-of-assignments";
    public string Description => "Announces published plans in which a name means somebody else from a day on that has come, each once.";
    public TimeSpan Interval => TimeSpan.FromMinutes(1);
    public bool RunsAtStart => true;

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var told = 0;
        foreach (var plan in await connection.PlansToTellOf(clock.Today(), ct))
            told += await own.Run(Name, work => work.TellOf(plan), ct);
        return string.Create(CultureInfo.InvariantCulture, $"told of {told} names");
    }
}
