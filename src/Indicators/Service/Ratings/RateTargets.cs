using Dapper;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Ratings;

/// <summary>Rates targets that an act touched too many of to rate them itself, some hundred at a time.</summary>
internal sealed class RateTargets(OwnWork own, RatingSettings settings) : IJob
{
    private const int AtOnce = 200;

    private const string Take = """
        with taken as (
            delete from ratings_due where target_id in (select target_id from ratings_due order by target_id limit @limit for update skip locked)
            returning target_id
        )
        select t.* from taken join targets_in_force t on t.id = taken.target_id order by t.id
        """;

    public string Name => "rate-targets";
    public string Description => "Rates the targets whose values came in acts that touched many of them.";
    public TimeSpan Interval => TimeSpan.FromSeconds(30);
    public bool RunsAtStart => true;

    public async Task<string> Run(CancellationToken ct)
    {
        var (rated, more) = (0, 0);
        do
        {
            more = await own.Run(Name, RateSome, ct);
            rated += more;
        }
        while (more == AtOnce);
        return $"rated {rated} targets";
    }

    private async Task<int> RateSome(Work work)
    {
        var targets = (await work.Connection.QueryAsync<TargetRow>(work.Sql(Take, new { limit = AtOnce }))).AsList();
        foreach (var target in targets.Where(target => target.EndedAt is null))
            await work.Rate(target, settings);
        return targets.Count;
    }
}
