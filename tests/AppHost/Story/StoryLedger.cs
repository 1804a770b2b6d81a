using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using SocialPolicy.AppHost.Tests.FullSystem;

namespace SocialPolicy.AppHost.Tests.Story;

/// <summary>What the four databases and the mailbox hold when a story has ended, seen past the services.</summary>
internal sealed partial class StoryLedger
{
    private static readonly string[] Services = ["planregistry", "indicators", "reporting", "notifications"];

    // When its job comes round is no matter of the story.
    private const string WheneverItsTurnComes = "ObligationOverdue";

    private const string Announcements = """
        select id, split_part(type, '.', 2) as fact, aggregate, aggregate_version as version, published_at is null as waiting,
            (payload::jsonb ->> 'planId')::uuid as planid
        from ground.outbox
        """;

    // An observation is of no plan, but of what a plan's targets ask for, in its unit.
    private const string OfPlans = """
        with of_plans as (select t.plan_id, o.* from observations_seen o join targets_in_force t on (t.indicator_id, t.unit_id) = (o.indicator_id, o.unit_id))
        """;

    private static readonly (string Service, string Sql)[] Kept =
    [
        ("planregistry", "select id as plan_id, 'publications' as effect, 1 as count from plans where state = 'published'"),
        ("indicators", "select plan_id, 'adoptions by Indicators' as effect, count(*)::int as count from adoptions group by 1"),
        ("indicators", $"{OfPlans} select plan_id, 'observations' as effect, count(distinct (indicator, unit, year, period, estimate, revision))::int as count from of_plans group by 1"),
        ("indicators", $"""
            {OfPlans}
            select plan_id, 'ObservationsRecorded' as effect, count(distinct f.id)::int as count
            from of_plans o join ground.outbox f on f.aggregate = 'observationBatches/' || o.batch_id and f.type = 'indicators.ObservationsRecorded' group by 1
            """),
        ("reporting", "select plan_id, 'adoptions by Reporting' as effect, count(*)::int as count from adoptions group by 1"),
        ("reporting", "select plan_id, 'obligations' as effect, count(*)::int as count from obligations group by 1"),
        ("reporting", "select plan_id, 'submissions' as effect, count(*)::int as count from report_submissions s join reports r on r.id = s.report_id group by 1"),
        ("reporting", "select plan_id, 'steps' as effect, count(*)::int as count from report_steps s join reports r on r.id = s.report_id group by 1"),
        ("notifications", "select plan_id, 'known to Notifications' as effect, count(*)::int as count from owed group by 1"),
        ("notifications", "select plan_id, channel || ' notices ' || state as effect, count(*)::int as count from notices group by 1, 2"),
    ];

    private readonly List<Announcement> announced = [];
    private readonly List<(Guid Plan, string Effect, int Count)> kept = [];
    private readonly HashSet<(string Listener, string Fact, Guid Id)> taken = [];

    /// <summary>Announcements that are still to go out, and those that somebody gave up.</summary>
    public int Waiting { get; private set; }

    public long DeadLetters { get; private set; }

    /// <summary>Announcements that a service which listens to their kind has never taken.</summary>
    public IReadOnlyList<string> Lost =>
    [
        .. from listening in taken.Select(one => (one.Listener, one.Fact)).Distinct()
           from announcement in announced
           where announcement.Fact == listening.Fact && !taken.Contains((listening.Listener, listening.Fact, announcement.Id))
           select $"{announcement.Fact} {announcement.Id} of {announcement.Aggregate} by {listening.Listener}",
    ];

    /// <summary>States of something that were announced more than once.</summary>
    public IReadOnlyList<string> Doubled =>
    [
        .. from announcement in announced
           group announcement by (announcement.Fact, announcement.Aggregate, announcement.Version) into same
           where same.Count() > 1
           select $"{same.Key.Fact} of {same.Key.Aggregate} version {same.Key.Version}",
    ];

    /// <summary>Notices that mail servers took, by the database.</summary>
    public IReadOnlySet<string> Mailed { get; private set; } = new HashSet<string>();

    /// <summary>Message-ID and number of mails, by the mailbox.</summary>
    public IReadOnlyDictionary<string, int> Arrived { get; private set; } = new Dictionary<string, int>();

    /// <summary>What one story left of a plan, in one line that is the same for every telling.</summary>
    public string EffectsOn(Guid plan) => string.Join(
        ", ",
        announced.Where(one => one.PlanId == plan && one.Fact != WheneverItsTurnComes).GroupBy(one => one.Fact).Select(facts => (Effect: facts.Key, Count: facts.Count()))
            .Concat(kept.Where(one => one.Plan == plan).Select(one => (one.Effect, one.Count)))
            .OrderBy(one => one.Effect, StringComparer.Ordinal)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Effect} {one.Count}")));

    public static async Task<StoryLedger> Read(Platform platform)
    {
        var ledger = new StoryLedger();
        foreach (var service in Services)
        {
            await using var database = platform.Database(service);
            ledger.announced.AddRange(await database.QueryAsync<Announcement>(Announcements));
            ledger.taken.UnionWith((await database.QueryAsync<(string, Guid)>("select consumer, message_id from ground.inbox"))
                .Select(row => (service, row.Item1.Split('.')[1], row.Item2)));
            ledger.DeadLetters += await database.ExecuteScalarAsync<long>("select count(*) from ground.dead_letters");
        }

        foreach (var (service, sql) in Kept)
        {
            await using var database = platform.Database(service);
            ledger.kept.AddRange(await database.QueryAsync<(Guid, string, int)>(sql));
        }

        await using (var database = platform.Database("notifications"))
            ledger.Mailed = (await database.QueryAsync<Guid>("select id from notices where channel = 'email' and state = 'sent'")).Select(id => $"{id}").ToHashSet();
        ledger.Waiting = ledger.announced.Count(announcement => announcement.Waiting);
        ledger.Arrived = Directory.EnumerateFiles(Path.Combine(platform.Data, "mailbox"), "*.eml")
            .Select(mail => MessageId().Match(File.ReadAllText(mail)).Groups["id"].Value)
            .CountBy(id => id).ToDictionary(StringComparer.Ordinal);
        return ledger;
    }

    [GeneratedRegex(@"^Message-ID: <(?<id>[0-9a-f-]{36})@", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MessageId();

    private sealed record Announcement
    {
        public Guid Id { get; init; }
        public string Fact { get; init; } = "";
        public string Aggregate { get; init; } = "";
        public long Version { get; init; }
        public bool Waiting { get; init; }
        public Guid? PlanId { get; init; }
    }
}
