using Dapper;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Service.Ratings;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>Who gives values, and what holds for all of them.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Source">Where they come from.</param>
/// <param name="Reason">Why they are given anew.</param>
/// <param name="Attachment">SHA-256 of the document they were taken from, or empty.</param>
internal sealed record ActOfAgency(Guid Agency, string Source, string Reason, string Attachment);

/// <summary>An act that gives values: they, the roll-ups over them, the ratings by them and the announcement are one.</summary>
internal sealed class ObservationAct(Work work, ActOfAgency act)
{
    private const int MostTold = 500;

    private const string NextKey = "select nextval(pg_get_serial_sequence('observation_batches', 'key'))";

    private const string Insert = """
        insert into observation_batches (key, id, agency_id, actor, source, attachment, reason, recorded_at) overriding system value
        values (@key, @Id, @Agency, @Subject, @source, nullif(@Attachment, ''), @reason, @At)
        """;

    private readonly HashSet<(int Indicator, int Unit)> measured = [];
    private BatchWriter writer = null!;
    private long key;

    /// <summary>Its id.</summary>
    public Guid Id { get; } = Guid.CreateVersion7(work.At);

    public int Added => writer.Added;

    public int Revised => writer.Revised;

    /// <summary>Puts the rows, which can be kept, in their places.</summary>
    public async Task Write(IAsyncEnumerable<JudgedRow> rows, PartsOfBatch parts)
    {
        key = await work.Connection.ExecuteScalarAsync<long>(work.Sql(NextKey));
        writer = new(work, key, MostTold);
        await writer.Write(Noting(rows), parts);
    }

    /// <summary>Makes the act of it: sums, ratings, announcement. One that changes nothing leaves nothing behind.</summary>
    public async Task Close(RatingSettings settings)
    {
        if (Added + Revised == 0)
            return;
        await writer.Close();
        await work.Connection.ExecuteAsync(work.Sql(Insert, new
        {
            key,
            Id,
            act.Agency,
            work.Caller.Subject,
            source = GivenObservation.Storable(act.Source),
            act.Attachment,
            reason = GivenObservation.Storable(act.Reason),
            work.At,
        }));
        var told = await work.Told(writer.Kept);
        work.Announce(new ObservationsRecorded(Id, act.Agency, Added, Revised, told), ObservationService.BatchName.Of(Id), 1);
        await work.RateMeasured(measured, settings);
    }

    private async IAsyncEnumerable<JudgedRow> Noting(IAsyncEnumerable<JudgedRow> rows)
    {
        await foreach (var row in rows)
        {
            if (row.Key.Part == 0)
                measured.Add((row.Key.Indicator, row.Key.Unit));
            yield return row;
        }
    }
}
