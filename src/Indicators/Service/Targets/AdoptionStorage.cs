using System.Text.Json;
using Dapper;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Targets;
using SocialPolicy.Indicators.Service.Catalogue;

namespace SocialPolicy.Indicators.Service.Targets;

/// <summary>Keeps an adoption and the targets it put in force, each with its indicator.</summary>
internal static class AdoptionStorage
{
    private const string Adopt = """
        insert into adoptions (event_id, plan_id, plan_version, adopted_at, target_count)
        values (@EventId, @PlanId, @PlanVersion, @At, @Count);

        -- Everything in force gives way first, so that places in the text are free for the new order.
        update targets_in_force set ended_at = @At where plan_id = @PlanId and ended_at is null;

        insert into targets_in_force (id, plan_id, adopted_by, adopted_at, position, parent_id, section, indicator, comparator,
            value, value_max, unit, bound, per_year, population, geography, year, direction, unit_id, plan_from_year)
        select id, @PlanId, @EventId, @At, position, parent_id, section, indicator, comparator,
            value, value_max, unit, bound, per_year, population, geography, year, direction, @UnitId, @FromYear
        from jsonb_to_recordset(@Targets::jsonb) as t (id uuid, position int, parent_id uuid, section text, indicator text,
            comparator text, value numeric, value_max numeric, unit text, bound text, per_year bool, population text,
            geography text, year int, direction text)
        on conflict (id) do update set adopted_by = excluded.adopted_by, adopted_at = excluded.adopted_at, ended_at = null,
            position = excluded.position, parent_id = excluded.parent_id, section = excluded.section,
            indicator = excluded.indicator, comparator = excluded.comparator, value = excluded.value,
            value_max = excluded.value_max, unit = excluded.unit, bound = excluded.bound, per_year = excluded.per_year,
            population = excluded.population, geography = excluded.geography, year = excluded.year,
            direction = excluded.direction, unit_id = excluded.unit_id, plan_from_year = excluded.plan_from_year;
        """;

    private static readonly JsonSerializerOptions Columns = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    // Announcements of a publication and of its amendments come in queues of their own: what a later version says stands.
    private const string IsNews = """
        select pg_advisory_xact_lock(hashtextextended('adoption:' || @PlanId, 0));
        select not exists (select from adoptions where plan_id = @PlanId and plan_version > @PlanVersion)
        """;

    private const string SelectBefore = "select * from targets_in_force where id = any(@ids)";

    /// <summary>False when a later version of the plan has been adopted; nothing is kept then.</summary>
    public static async Task<bool> Keep(this Work work, Adoption adoption)
    {
        await using (var news = await work.Connection.QueryMultipleAsync(work.Sql(IsNews, new { adoption.PlanId, adoption.PlanVersion })))
        {
            await news.ReadAsync();
            if (!await news.ReadSingleAsync<bool>())
                return false;
        }

        await work.HoldCatalogue();
        await work.PutCatalogueIn();
        var before = await work.Before(adoption);
        await work.Adopts(adoption);
        await work.ChooseIndicators([.. adoption.Targets.Where(target => !before.TryGetValue(target.Id, out var was) || AsksAnew(was, target))]);
        return true;
    }

    // A person's word stands, and so does what was found for the same words.
    private static bool AsksAnew(TargetRow before, TargetInForce after) =>
        before.IndicatorId is null || (!before.IndicatorByPerson && IndicatorChoices.AskAnew(before.ToDomain(), after));

    private static async Task<IReadOnlyDictionary<Guid, TargetRow>> Before(this Work work, Adoption adoption) =>
        (await work.Connection.QueryAsync<TargetRow>(work.Sql(SelectBefore, new { ids = adoption.Targets.Select(target => target.Id).ToArray() })))
        .ToDictionary(row => row.Id);

    private static Task Adopts(this Work work, Adoption adoption) => work.Connection.ExecuteAsync(new CommandDefinition(
        Adopt,
        new
        {
            adoption.EventId,
            adoption.PlanId,
            adoption.PlanVersion,
            adoption.At,
            adoption.Targets.Count,
            adoption.UnitId,
            adoption.FromYear,
            Targets = JsonSerializer.Serialize(adoption.Targets, Columns),
        },
        work.Transaction,
        cancellationToken: work.Cancellation));
}
