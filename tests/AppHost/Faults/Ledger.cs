using Dapper;
using SocialPolicy.AppHost.Tests.FullSystem;

namespace SocialPolicy.AppHost.Tests.Faults;

/// <summary>What both databases hold about some plans, seen past the services.</summary>
internal sealed class Ledger
{
    private const string Registered = """
        select p.id, p.state,
            (select count(*) from ground.outbox o where o.aggregate = 'plans/' || p.id)::int as announcements,
            (select count(*) from ground.outbox o where o.aggregate = 'plans/' || p.id and o.published_at is null)::int as waiting,
            (select count(*) from ground.audit_log a where a.resource = 'plans/' || p.id and a.method like '%PublishPlan' and a.outcome = 'DONE')::int as publications,
            (select md5(string_agg(concat_ws('|', t.id, t.position, t.indicator, t.comparator, t.value, t.unit, t.year), ';' order by t.position))
             from plan_targets t where t.plan_id = p.id) as targets
        from plans p where p.id = any(@plans)
        """;

    private const string Adopted = """
        select a.plan_id as id, count(*)::int as adoptions,
            (select count(*) from ground.inbox i where i.message_id in (select event_id from adoptions where plan_id = a.plan_id))::int as effects,
            (select md5(string_agg(concat_ws('|', t.id, t.position, t.indicator, t.comparator, t.value, t.unit, t.year), ';' order by t.position))
             from targets_in_force t where t.plan_id = a.plan_id and t.ended_at is null) as targets
        from adoptions a where a.plan_id = any(@plans) group by a.plan_id
        """;

    private Ledger(IReadOnlyDictionary<Guid, PlanRow> plans, IReadOnlyDictionary<Guid, AdoptionRow> adoptions, long deadLetters) =>
        (Plans, Adoptions, DeadLetters) = (plans, adoptions, deadLetters);

    public IReadOnlyDictionary<Guid, PlanRow> Plans { get; }

    public IReadOnlyDictionary<Guid, AdoptionRow> Adoptions { get; }

    public long DeadLetters { get; }

    public IEnumerable<PlanRow> Published => Plans.Values.Where(plan => plan.State == "published");

    /// <summary>Nothing is on its way any more.</summary>
    public bool IsSettled => Plans.Values.All(plan => plan.Waiting == 0) && Published.All(plan => Adoptions.ContainsKey(plan.Id));

    /// <summary>Published without an audit row or an announcement, announced without an effect, or adopted with other targets.</summary>
    public IEnumerable<Guid> Lost => Published
        .Where(plan => plan.Publications == 0 || plan.Announcements == 0 || !Adoptions.TryGetValue(plan.Id, out var adoption) || adoption.Targets != plan.Targets)
        .Select(plan => plan.Id);

    /// <summary>Published, announced or adopted more than once.</summary>
    public IEnumerable<Guid> Doubled => Plans.Values
        .Where(plan => plan.Announcements > 1 || plan.Publications > 1 || Adoptions.GetValueOrDefault(plan.Id) is { } adoption && (adoption.Adoptions > 1 || adoption.Effects != 1))
        .Select(plan => plan.Id);

    /// <summary>Announced or adopted although it is not published.</summary>
    public IEnumerable<Guid> Unexpected => Plans.Values
        .Where(plan => plan.State != "published" && (plan.Announcements > 0 || Adoptions.ContainsKey(plan.Id)))
        .Select(plan => plan.Id);

    public static Guid IdOf(string plan) => Guid.Parse(plan["plans/".Length..]);

    public static async Task<Ledger> Read(Platform platform, IEnumerable<string> names)
    {
        var plans = names.Select(IdOf).ToArray();
        await using var registry = platform.Database("planregistry");
        await using var indicators = platform.Database("indicators");
        return new(
            (await registry.QueryAsync<PlanRow>(Registered, new { plans })).ToDictionary(row => row.Id),
            (await indicators.QueryAsync<AdoptionRow>(Adopted, new { plans })).ToDictionary(row => row.Id),
            await registry.ExecuteScalarAsync<long>("select count(*) from ground.dead_letters")
                + await indicators.ExecuteScalarAsync<long>("select count(*) from ground.dead_letters"));
    }

    internal sealed record PlanRow
    {
        public Guid Id { get; init; }
        public string State { get; init; } = "";
        public int Announcements { get; init; }
        public int Waiting { get; init; }
        public int Publications { get; init; }
        public string? Targets { get; init; }
    }

    internal sealed record AdoptionRow
    {
        public Guid Id { get; init; }
        public int Adoptions { get; init; }
        public int Effects { get; init; }
        public string? Targets { get; init; }
    }
}
