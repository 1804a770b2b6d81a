using SocialPolicy.Contracts.Events.PlanRegistry.V1;

namespace SocialPolicy.Indicators.FunctionalTests.Observations;

/// <summary>Batches as a statistics system sends them.</summary>
internal static class Rows
{
    /// <summary>Sends rows as one act, two in a message.</summary>
    public static Task<V1.RecordObservationsResponse> Send(
        this V1.ObservationService.ObservationServiceClient officer, V1.ObservationBatch batch, params IEnumerable<V1.ObservationRow> rows) =>
        officer.Send(batch, 2, rows);

    /// <summary>Sends rows as one act, so many in a message.</summary>
    public static async Task<V1.RecordObservationsResponse> Send(
        this V1.ObservationService.ObservationServiceClient officer, V1.ObservationBatch batch, int inAMessage, IEnumerable<V1.ObservationRow> rows)
    {
        using var call = officer.RecordObservations();
        await call.RequestStream.WriteAsync(new() { Batch = batch });
        foreach (var part in rows.Chunk(inAMessage))
            await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { part } } });
        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    public static V1.ObservationRow Of(V1.Indicator indicator, ChangedUnit unit, string value, string period = "2025-01") =>
        new() { Indicator = indicator.Name, Unit = unit.Codes[0], Period = period, Value = value };

    public static V1.ObservationBatch By(ChangedAgency agency) => new() { Agency = agency.Codes[0], Source = "Báo cáo tháng" };
}
