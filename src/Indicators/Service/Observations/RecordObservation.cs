using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Catalogue;
using SocialPolicy.Indicators.Service.Ratings;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Observations;

internal sealed partial class ObservationService
{
    private static readonly MeasurementCheck OfObservation = new("observation.");

    [AllowedTo(Role.ReportingOfficer, Role.FocalOfficer, Within = Sphere.Agency)]
    public override Task<V1.RecordObservationResponse> RecordObservation(V1.RecordObservationRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var sent = request.Observation ?? new();
            var given = GivenObservation.Of(sent);
            var agency = await AgencyGiving(work, sent.Agency, "observation.agency");
            var target = given.Target is { } id ? await work.RequireTarget(id) : null;
            var row = await Judge(work, sent, given, target, agency);

            var act = new ObservationAct(work, new(agency.Id, sent.Source, "", ""));
            var parts = new PartsOfBatch();
            parts.NumberOf(row.Row.Key.Indicator, row.Part);
            await act.Write(new[] { row.Row with { Key = row.Row.Key with { Part = row.Part.Length > 0 ? 1 : 0 } } }.ToAsyncEnumerable(), parts);
            await act.Close(settings);

            var kept = await work.Connection.Observations([row.Row.Key with { Part = (await parts.Keys(work))[^1] }], work.Cancellation);
            var shown = kept.Values.Single().ToContract(target);
            work.Audit(shown.Name, $"revision {shown.Revision}");
            return new V1.RecordObservationResponse
            {
                Observation = shown,
                Rating = target is null ? null : await work.Connection.RatingWith(target, kept.Values.Single(), settings, work.At, work.Cancellation),
            };
        });

    private static async Task<(JudgedRow Row, string Part)> Judge(
        Work work, V1.Observation sent, GivenObservation given, TargetRow? target, KnownAgency agency)
    {
        var indicatorName = target?.IndicatorId is { } asked && sent.Indicator.Length == 0 ? IndicatorService.IndicatorName.Of(asked) : sent.Indicator;
        var (names, parts) = (new MeasuredNames(agency.UnitId), new KnownParts());
        await names.Learn(work.Connection, [indicatorName], [sent.Unit], work.Cancellation);
        var indicator = names.RequireIndicator(indicatorName, "observation.indicator");
        var unit = names.RequireUnit(sent.Unit, "observation.unit");
        Check.Rule(new ValuesAreOfWhatTheirTargetAsks(target?.Id ?? default, sent.Indicator, target is not null && target.IndicatorId != indicator.Id));
        await parts.Learn(work.Connection, [indicator.Key], work.Cancellation);
        var part = parts.Canonical(indicator.Key, sent.Part);
        Check.All(
        [
            new PeriodsHaveBegun("observation.period", given.Period, work.At.InVietnam()),
            .. unit.Broken("observation.unit", given.Period),
            new PartsBelongToTheirIndicator("observation.part", sent.Part, part is null),
            .. OfObservation.Broken(indicator, given.Said),
        ]);
        return (new(new(indicator.Key, unit.Key, given.Period, 0, sent.Estimate), given.Said.Completed(indicator.Scale)), part!);
    }
}
