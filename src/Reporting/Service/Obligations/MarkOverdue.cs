using Dapper;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.Reporting.Service.Obligations;

/// <summary>Says once of each obligation that it is overdue.</summary>
internal sealed class MarkOverdue(OwnWork own) : IJob
{
    private const int Batch = 500;

    // An agency that has ended is late with nothing: what it owes is exempted next.
    // Who is just submitting it holds the row: then it is not overdue, or found at the next run.
    private const string Mark = """
        update obligations set overdue_at = @At, version = version + 1, updated_at = @At
        where id in (
            select id from obligations
            where state = 'owed' and overdue_at is null and not requested and not own_contribution and late_after < @today
                and not exists (select from directory_agencies a where a.id = agency_id and a.valid_to < @today)
            order by late_after, id limit @Batch for update skip locked)
        returning *
        """;

    public string Name => "mark-overdue";
    public string Description => "Announces obligations whose last day is over while nothing was submitted, each once.";
    public TimeSpan Interval => TimeSpan.FromMinutes(5);

    public async Task<string> Run(CancellationToken ct)
    {
        var (marked, last) = (0, 0);
        do
        {
            last = await own.Run(Name, MarkSome, ct);
            marked += last;
        }
        while (last == Batch);
        return $"announced {marked} obligations as overdue";
    }

    private static async Task<int> MarkSome(Work work)
    {
        var rows = (await work.Connection.QueryAsync<ObligationRow>(work.Sql(Mark, new { work.At, Batch, today = work.At.InVietnam() }))).AsList();
        foreach (var obligation in rows.Select(row => row.ToObligation()))
            work.Announce(obligation.ToOverdue(), Names.Obligation.Of(obligation.Id), obligation.Version);
        return rows.Count;
    }
}
