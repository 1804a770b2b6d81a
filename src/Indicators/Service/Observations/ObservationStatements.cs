using System.Collections.Concurrent;
using System.Globalization;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>
/// The statements that keep rows of one year: those that say something else become the values that count, what they replace is kept
/// as it was, and what changes of the roll-ups is answered. They speak to the year's own partitions, which is twice as fast as
/// through the tables they are parts of. Both do the same; which is faster depends on whether most rows are new.
/// </summary>
/// <remarks>
/// $1 batch, $2 year, $3 indicator, $4 unit, $5 part, $6 period, $7 estimate, $8 official, $9 achieved, $10 value, $11 numerator,
/// $12 denominator, $13 note, $14 whether to tell each row that is kept. The answer is one row of counts ('c': added, revised, kept),
/// the rows that are kept ('k'), and the changes of roll-ups ('r').
/// </remarks>
internal static class ObservationStatements
{
    private const int FirstPartition = 2015;
    private const int LastPartition = 2045;

    private const string Given = """
        with given as materialized (
            select * from unnest($3::int[], $4::int[], $5::int[], $6::smallint[], $7::bool[], $8::bool[], $9::bool[], $10::numeric[], $11::numeric[], $12::numeric[], $13::text[])
                as g (indicator, unit, part, period, estimate, official, achieved, value, numerator, denominator, note)
        )
        """;

    private const string RollupChanges = """
        select 'r', c.indicator, a.area, c.part, c.period, c.estimate, count(*) filter (where c.is_new)::int,
            (count(c.denominator) - count(c.was_denominator))::int, a.boundaries, a.level,
            sum(coalesce(c.value, c.achieved::int) - coalesce(c.was_value, c.was_achieved::int, 0)),
            coalesce(sum(c.numerator), 0) - coalesce(sum(c.was_numerator), 0), coalesce(sum(c.denominator), 0) - coalesce(sum(c.was_denominator), 0)
        from changed c join unit_areas a on a.unit = c.unit
        group by c.indicator, a.area, c.part, c.period, c.estimate, a.boundaries, a.level
        """;

    private const string Compared = """
        select indicator, unit, part, period, estimate, achieved, value, numerator, denominator, was_batch is null as is_new,
            was_achieved, was_value, was_numerator, was_denominator
        from compared
        """;

    // Where all could be inserted, the rest is not looked for.
    private const string RestOnly = """
        (select count(*) from inserted) < (select count(*) from given) and not exists (
            select from inserted i where (i.indicator, i.unit, i.part, i.period, i.estimate) = (g.indicator, g.unit, g.part, g.period, g.estimate)) and
        """;

    private static readonly ConcurrentDictionary<string, string> Comparing = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string> Inserting = new(StringComparer.Ordinal);

    /// <summary>Looks first what there is.</summary>
    public static string CompareFirst(short year) => Comparing.GetOrAdd(Partition(year), partition => $"""
        {Given}, {Revise("given", "", partition)}, changed as ({Compared})
        {Counts("0")}
        union all
        {Rows("kept")}
        union all
        {RollupChanges}
        """);

    /// <summary>Takes it first that there is nothing, and looks at those rows of which there is.</summary>
    public static string InsertFirst(short year) => Inserting.GetOrAdd(Partition(year), partition => $"""
        {Given}, inserted as (
            insert into observations_{partition} (batch, indicator, unit, part, revision, year, period, estimate, official, achieved, value, numerator, denominator, note)
            select $1, indicator, unit, part, 1, $2, period, estimate, official, achieved, value, numerator, denominator, note from given
            on conflict (year, indicator, unit, period, part, estimate) do nothing
            returning indicator, unit, part, revision, period, estimate, achieved, value, numerator, denominator
        ), {Revise("given", RestOnly, partition)}, changed as (
            {Compared}
            union all
            select indicator, unit, part, period, estimate, achieved, value, numerator, denominator, true, null, null, null, null from inserted
        )
        {Counts("(select count(*) from inserted)")}
        union all
        {Rows("kept")}
        union all
        {Rows("inserted")}
        union all
        {RollupChanges}
        """);

    private static string Counts(string inserted) => $"""
        select 'c', ({inserted} + count(*) filter (where was_batch is null))::int, count(was_batch)::int, ({inserted} + (select count(*) from kept))::int,
            0::smallint, false, 0, 0, 0::smallint, 0::smallint, 0::numeric, 0::numeric, 0::numeric
        from compared
        """;

    private static string Rows(string settled) =>
        $"select 'k', indicator, unit, part, period, estimate, revision, 0, 0::smallint, 0::smallint, 0, 0, 0 from {settled} where $14";

    private static string Revise(string rows, string only, string partition) => $"""
        compared as materialized (
            select g.*, o.batch as was_batch, o.revision as was_revision, o.official as was_official, o.achieved as was_achieved, o.value as was_value,
                o.numerator as was_numerator, o.denominator as was_denominator, o.note as was_note
            from {rows} g
            left join observations_{partition} o
                on (o.year, o.indicator, o.unit, o.period, o.part, o.estimate) = ($2, g.indicator, g.unit, g.period, g.part, g.estimate)
            where {only}(o.batch is null
                or (g.official, g.achieved, g.value, g.numerator, g.denominator, g.note)
                    is distinct from (o.official, o.achieved, o.value, o.numerator, o.denominator, o.note))
        ), replaced as (
            insert into observation_revisions_{partition} (batch, replaced_by, indicator, unit, part, revision, year, period, estimate, official, achieved,
                value, numerator, denominator, note)
            select was_batch, $1, indicator, unit, part, was_revision, $2, period, estimate, was_official, was_achieved, was_value, was_numerator, was_denominator, was_note
            from compared where was_batch is not null
            -- who replaced the same at the same time has kept it: then nothing of ours is settled either
            on conflict do nothing
        ), kept as (
            insert into observations_{partition} as o (batch, indicator, unit, part, revision, year, period, estimate, official, achieved,
                value, numerator, denominator, note)
            select $1, indicator, unit, part, coalesce(was_revision, 0) + 1, $2, period, estimate, official, achieved, value, numerator, denominator, note
            from compared
            on conflict (year, indicator, unit, period, part, estimate) do update set batch = excluded.batch, revision = excluded.revision,
                official = excluded.official, achieved = excluded.achieved, value = excluded.value, numerator = excluded.numerator,
                denominator = excluded.denominator, note = excluded.note
            where o.revision = excluded.revision - 1
            returning o.indicator, o.unit, o.part, o.revision, o.period, o.estimate
        )
        """;

    private static string Partition(short year) => year switch
    {
        < FirstPartition => "before",
        > LastPartition => "after",
        _ => year.ToString(CultureInfo.InvariantCulture),
    };
}
