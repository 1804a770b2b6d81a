using Dapper;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Catalogue;

/// <summary>The catalogue that comes with the service is in, and every target has its indicator.</summary>
internal sealed class KeepCatalogue(OwnWork own) : IJob
{
    private const int MostTargets = 1_000;

    // Those that an amendment dropped too: what was observed of them is of an indicator.
    private const string Without = "select * from targets_in_force where indicator_id is null order by plan_id, position, id limit @limit for update";

    public string Name => "keep-catalogue";
    public string Description => "Puts the indicators that come with the service into the catalogue and gives targets without an indicator theirs.";
    public TimeSpan Interval => TimeSpan.FromDays(1);
    public TimeSpan IntervalAfterFailure => TimeSpan.FromMinutes(1);
    public bool RunsAtStart => true;

    public async Task<string> Run(CancellationToken ct)
    {
        var put = await own.Run(Name, PutIn, ct);
        var given = 0;
        int some;
        do
        {
            some = await own.Run(Name, GiveIndicators, ct);
            given += some;
        }
        while (some == MostTargets);
        return $"put {put} indicators in, gave {given} targets their indicator";
    }

    private static async Task<int> PutIn(Work work)
    {
        await work.HoldCatalogue();
        var put = await work.PutCatalogueIn();
        if (put > 0)
            work.Audit("indicators", $"{put} put in");
        return put;
    }

    private static async Task<int> GiveIndicators(Work work)
    {
        await work.HoldCatalogue();
        var rows = (await work.Connection.QueryAsync<TargetRow>(work.Sql(Without, new { limit = MostTargets }))).AsList();
        await work.ChooseIndicators([.. rows.Select(row => row.ToDomain())]);
        if (rows.Count > 0)
            work.Audit("targets", $"{rows.Count} given their indicator");
        return rows.Count;
    }
}
