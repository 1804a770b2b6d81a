using Grpc.Core;
using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.Harness.Services;
using Mode = SocialPolicy.Indicators.V1.ObservationBatch.Types.Mode;

namespace SocialPolicy.Indicators.FunctionalTests.Observations;

[Collection(nameof(Indicators))]
public sealed class RecordingManyObservations(Indicators indicators)
{
    [Fact]
    public async Task Keeps_all_of_them_as_one_act_and_announces_it()
    {
        var place = await APlace.In(indicators);

        var answer = await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "10"), place.Row(1, "20"), place.Row(0, "11", "2025-02"));

        (answer.GivenCount, answer.AddedCount, answer.RevisedCount, answer.UnchangedCount, answer.RefusedCount, answer.Stored).ShouldBe((3, 3, 0, 0, 0, true));
        var (version, fact) = (await indicators.Announced<ObservationsRecorded>(answer.Batch)).ShouldHaveSingleItem();
        (version, fact.AgencyId, fact.Added, fact.Revised).ShouldBe((1, place.Agency.AgencyId, 3, 0));
        fact.Observations.Select(one => (one.UnitId, one.Period, one.Revision, one.Value)).ShouldBe(
            [(place.Communes[0].UnitId, "2025-01", 1, 10m), (place.Communes[1].UnitId, "2025-01", 1, 20m), (place.Communes[0].UnitId, "2025-02", 1, 11m)],
            ignoreOrder: true);
        (await place.Values()).ShouldBe(["10", "11", "20"], ignoreOrder: true);
        (await place.Rollups()).ShouldBe([("2025-01", 2, 30m), ("2025-02", 1, 11m)]);
    }

    [Fact]
    public async Task Changes_nothing_and_leaves_no_trace_when_it_comes_again()
    {
        var place = await APlace.In(indicators);
        V1.ObservationRow[] rows = [place.Row(0, "10"), place.Row(1, "20.5")];
        await place.Officer.Send(Rows.By(place.Agency), rows);
        var before = await Traces(place);

        var again = await place.Officer.Send(Rows.By(place.Agency), rows);

        (again.UnchangedCount, again.AddedCount, again.RevisedCount, again.Batch, again.Stored).ShouldBe((2, 0, 0, "", true));
        (await Traces(place)).ShouldBe(before);
    }

    [Fact]
    public async Task Gives_its_first_answer_again_to_the_same_request()
    {
        var place = await APlace.In(indicators);
        var batch = Rows.By(place.Agency);
        batch.RequestId = Guid.CreateVersion7().ToString();

        var first = await place.Officer.Send(batch, place.Row(0, "10"));
        var second = await place.Officer.Send(batch, place.Row(0, "10"));

        second.ShouldBe(first);
        (await Refused.By(() => place.Officer.Send(batch, place.Row(0, "11")))).Reason.ShouldBe("REQUEST_ID_REUSED");
        (await place.Values()).ShouldBe(["10"]);
    }

    [Fact]
    public async Task Keeps_what_it_revises_and_moves_the_sums_with_it()
    {
        var place = await APlace.In(indicators);
        await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "10"), place.Row(1, "20"));

        var revised = await place.Officer.Send(Rows.By(place.Agency), place.Row(0, "12.5"), place.Row(1, "20"));

        (revised.AddedCount, revised.RevisedCount, revised.UnchangedCount).ShouldBe((0, 1, 1));
        (await place.Rollups()).ShouldBe([("2025-01", 2, 32.5m)]);
        var all = (await indicators.Observations.ListObservationsAsync(new() { Indicator = place.Indicator.Name, Unit = place.Communes[0].Codes[0], ShowReplaced = true })).Observations;
        all.Select(one => (one.Value, one.Revision, one.Current)).ShouldBe([("12.5", 2, true), ("10", 1, false)]);
    }

    [Fact]
    public async Task Keeps_nothing_of_a_batch_with_a_bad_row_and_names_every_one()
    {
        var place = await APlace.In(indicators);
        var elsewhere = await indicators.AUnit();

        var answer = await place.Officer.Send(
            Rows.By(place.Agency),
            place.Row(0, "10"), place.Row(0, "1,5", "2025-02"), place.Row(0, "-1", "2025-03"), place.Row(0, "5", "2025-13"), place.Row(0, "5", "2027-01"),
            place.Row(0, "10"), place.Row(0, "", "2025-04"), place.Row(0, "5", "2025-05", "sex=other"),
            new() { Indicator = "spp:nothing", Period = "2025-01", Value = "1" }, new() { Indicator = place.Indicator.Name, Unit = "gso:nowhere", Period = "2025-01", Value = "1" },
            Rows.Of(place.Indicator, elsewhere, "1"), place.Row(0, "99999999999999999999999999999999999999999", "2025-06"), place.Row(0, "NaN", "2025-07"),
            place.Row(0, "0.0000001", "2025-08"));

        (answer.Stored, answer.GivenCount, answer.RefusedCount, answer.AddedCount, answer.Batch).ShouldBe((false, 14, 13, 0, ""));
        answer.RefusedRows.Select(row => (row.Row, row.Column, row.Reason)).ShouldBe(
        [
            (2, "value", "VALUE_MALFORMED"), (3, "value", "VALUE_OUT_OF_RANGE"), (4, "period", "PERIOD_MALFORMED"), (5, "period", "PERIOD_IN_FUTURE"),
            (6, "", "ROW_REPEATED"), (7, "value", "VALUE_REQUIRED"), (8, "part", "PART_NOT_FOUND"), (9, "indicator", "INDICATOR_NOT_FOUND"),
            (10, "unit", "UNIT_NOT_FOUND"), (11, "unit", "UNIT_NOT_YOURS"), (12, "value", "VALUE_MALFORMED"), (13, "value", "VALUE_MALFORMED"), (14, "value", "VALUE_TOO_LONG"),
        ]);
        (await place.Values()).ShouldBeEmpty();
        (await place.Rollups()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_the_good_rows_where_that_is_asked_for()
    {
        var place = await APlace.In(indicators);
        var batch = Rows.By(place.Agency);
        batch.Mode = Mode.SkipBadRows;

        var answer = await place.Officer.Send(batch, place.Row(0, "10"), place.Row(1, "x"), place.Row(1, "30", "2025-02"));

        (answer.Stored, answer.AddedCount, answer.RefusedCount).ShouldBe((true, 2, 1));
        (await place.Values()).ShouldBe(["10", "30"], ignoreOrder: true);
    }

    [Fact]
    public async Task Stores_nothing_when_only_validated()
    {
        var place = await APlace.In(indicators);
        var batch = Rows.By(place.Agency);
        batch.ValidateOnly = true;

        var answer = await place.Officer.Send(batch, place.Row(0, "10"));

        (answer.Stored, answer.AddedCount).ShouldBe((false, 1));
        (await place.Values()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_nothing_of_a_stream_that_breaks_off()
    {
        var place = await APlace.In(indicators);
        using (var call = place.Officer.RecordObservations())
        {
            await call.RequestStream.WriteAsync(new() { Batch = Rows.By(place.Agency) });
            await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { place.Row(0, "10") } } });
        }

        await place.Officer.Send(Rows.By(place.Agency), place.Row(1, "20"));
        (await place.Values()).ShouldBe(["20"]);
    }

    [Fact]
    public async Task Keeps_what_is_too_long_for_memory_and_nothing_of_it_for_one_bad_row_at_its_end()
    {
        var place = await APlace.In(indicators);
        var days = Enumerable.Range(0, 11_000).Select(day => new DateOnly(1995, 1, 1).AddDays(day)).ToList();
        V1.ObservationRow[] rows = [.. days.SelectMany(day => new[] { place.Row(0, "1", $"{day:yyyy-MM-dd}"), place.Row(1, "2", $"{day:yyyy-MM-dd}") })];
        foreach (var row in rows)
            row.Note = new string('x', 200);

        var refused = await place.Officer.Send(Rows.By(place.Agency), 1_000, [.. rows, place.Row(0, "x")]);
        var before = await place.Count();
        var kept = await place.Officer.Send(Rows.By(place.Agency), 1_000, rows);
        var again = await place.Officer.Send(Rows.By(place.Agency), 1_000, rows);

        (refused.Stored, refused.GivenCount, refused.RefusedCount, refused.RefusedRows.Single().Row, before).ShouldBe((false, 22_001, 1, 22_001, 0L));
        (kept.Stored, kept.AddedCount, await place.Count()).ShouldBe((true, 22_000, 22_000L));
        (again.UnchangedCount, again.Batch).ShouldBe((22_000, ""));
        (await Verify()).MismatchCount.ShouldBe(0);
    }

    [Fact]
    public async Task Keeps_parts_and_years_that_come_in_turns()
    {
        var place = await APlace.In(indicators);
        string[] parts = ["", "area=urban", "area=rural"];
        var rows = Enumerable.Range(0, 900).Select(number => place.Row(number % 2, $"{number % 100}", $"{1940 + number / 6 % 80}-{(number / 480 * 6) + 1:00}", parts[number / 2 % 3])).ToList();

        var answer = await place.Officer.Send(Rows.By(place.Agency), 7, rows);

        (answer.Stored, answer.AddedCount, answer.RefusedCount).ShouldBe((true, 900, 0));
        var kept = (await indicators.Observations.ListObservationsAsync(new() { Indicator = place.Indicator.Name, PageSize = 1000 })).Observations;
        kept.Select(one => (one.Unit, one.Period, one.Part, one.Value)).ShouldBe(
            rows.Select(row => ($"units/{place.Communes.Single(commune => commune.Codes[0] == row.Unit).UnitId}", row.Period, row.Part, row.Value)), ignoreOrder: true);
        (await Verify()).MismatchCount.ShouldBe(0);
    }

    [Fact]
    public async Task Is_right_though_many_give_values_of_the_same_at_once()
    {
        var place = await APlace.In(indicators);

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(number =>
            place.Officer.Send(Rows.By(place.Agency), place.Row(0, $"{number}"), place.Row(1, $"{number * 10}"))));

        answers.ShouldAllBe(answer => answer.Stored && answer.AddedCount + answer.RevisedCount == 2);
        var values = (await place.Values()).Select(decimal.Parse).ToList();
        (await place.Rollups()).ShouldBe([("2025-01", 2, values.Sum())]);
        (await Verify()).MismatchCount.ShouldBe(0);
    }

    [Fact]
    public async Task Is_refused_by_name_for_what_is_wrong_with_the_whole()
    {
        var place = await APlace.In(indicators);
        Header good = Rows.By(place.Agency);

        await ShouldBeRefused(place, good with { Agency = "spp:nobody" }, StatusCode.NotFound, "AGENCY_NOT_FOUND");
        await ShouldBeRefused(place, good with { Source = new('x', 501) }, StatusCode.InvalidArgument, "FIELD_TOO_LONG");
        await ShouldBeRefused(place, good with { AttachmentSha256 = "abc" }, StatusCode.InvalidArgument, "ATTACHMENT_MALFORMED");
        await ShouldBeRefused(place, good with { Agency = (await indicators.AnAgency()).Codes[0] }, StatusCode.PermissionDenied, "AGENCY_NOT_YOURS");
        using var call = place.Officer.RecordObservations();
        await call.RequestStream.WriteAsync(new() { Rows = new() });
        await call.RequestStream.CompleteAsync();
        (await Refused.By(() => call.ResponseAsync)).Reason.ShouldBe("BATCH_STREAM_MALFORMED");
    }

    private static async Task ShouldBeRefused(APlace place, Header header, StatusCode code, string reason)
    {
        var refused = await Refused.By(() => place.Officer.Send(header, place.Row(0, "1")));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }

    private async Task<V1.CheckRollupsResponse> Verify() => await indicators.Auditing.CheckRollupsAsync(new());

    private Task<string> Traces(APlace place) => indicators.Ask<string>(
        """
        select concat_ws('/', (select count(*) from observation_batches), (select count(*) from ground.outbox), (select count(*) from ground.audit_log),
            (select string_agg(o.xmin::text || o.ctid::text, ',' order by o.ctid) from observations_2025 o join indicators i on i.key = o.indicator where i.id = @id))
        """,
        new { id = Guid.Parse(place.Indicator.Name["indicators/".Length..]) });

    private sealed record Header(string Agency, string Source, string AttachmentSha256)
    {
        public static implicit operator Header(V1.ObservationBatch batch) => new(batch.Agency, batch.Source, batch.AttachmentSha256);

        public static implicit operator V1.ObservationBatch(Header header) => new() { Agency = header.Agency, Source = header.Source, AttachmentSha256 = header.AttachmentSha256 };
    }
}
