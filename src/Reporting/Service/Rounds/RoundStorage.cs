using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Reporting.Domain.Obligations;
using SocialPolicy.Reporting.Domain.Rounds;
using SocialPolicy.Reporting.Service.Duties;
using SocialPolicy.Reporting.Service.Obligations;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>Keeps rounds with their obligations, and tells of them.</summary>
internal static class RoundStorage
{
    private const int MostInOneFact = 500;

    // A round that was history becomes one that counts when its plan is tracked from an earlier day; nothing else changes what is there.
    private const string InsertRound = """
        insert into rounds (id, duty_id, plan_id, kind, period, due, due_rule, due_why, due_why_vi, late_after,
            cutoff, cutoff_rule, cutoff_why, cutoff_why_vi, estimate, history, letter_number, receiver_id, opened_on, opened_at)
        values (@Id, @DutyId, @PlanId, @Kind, @Period, @Due, @DueRule, @DueWhy, @DueWhyVi, @LateAfter,
            @Cutoff, @CutoffRule, @CutoffWhy, @CutoffWhyVi, @Estimate, @History, @LetterNumber, @ReceiverId, @OpenedOn, @At)
        """;

    private const string OnceADuty = """
         on conflict (duty_id, period) where kind = 'scheduled' do update set history = false,
            due = excluded.due, due_rule = excluded.due_rule, due_why = excluded.due_why, due_why_vi = excluded.due_why_vi,
            late_after = excluded.late_after, cutoff = excluded.cutoff, cutoff_rule = excluded.cutoff_rule,
            cutoff_why = excluded.cutoff_why, cutoff_why_vi = excluded.cutoff_why_vi, estimate = excluded.estimate,
            receiver_id = excluded.receiver_id, opened_on = excluded.opened_on, opened_at = excluded.opened_at
        where rounds.history and not excluded.history
        returning id
        """;

    private const string OnceALetter = " on conflict (duty_id, period, letter_number) where kind = 'opened' do nothing returning id";

    private const string NextPart = "update rounds set issued_parts = issued_parts + 1 where id = @Id returning issued_parts";

    /// <summary>The id it is kept under; null when there is nothing new about it.</summary>
    public static Task<Guid?> Insert(this Work work, Round round) => work.Connection.QuerySingleOrDefaultAsync<Guid?>(
        work.Sql(InsertRound + (round.Kind is RoundKind.Scheduled ? OnceADuty : OnceALetter), Columns(round, work.At)));

    /// <summary>Announces a round that was just inserted, and what it asks of whom.</summary>
    public static async Task Tell(this Work work, Round round, DutyRow duty, IReadOnlyList<AskedAgency> asked)
    {
        work.Announce(round.ToFact(), Names.Round.Of(round.Id), 1);
        await work.Issue(round, duty, asked);
    }

    /// <summary>One obligation to each agency.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="round">What they are asked for.</param>
    /// <param name="duty">The duty it is of.</param>
    /// <param name="asked">Who owes.</param>
    /// <param name="inPlaceOf">Of those that owe as heirs, the agencies that ended.</param>
    public static async Task Issue(
        this Work work, Round round, DutyRow duty, IReadOnlyList<AskedAgency> asked, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>? inPlaceOf = null)
    {
        foreach (var part in asked.Chunk(MostInOneFact))
        {
            List<Obligation> obligations = [.. part.Select(agency => Obligation.Issue(Guid.CreateVersion7(), round, agency, inPlaceOf?.GetValueOrDefault(agency.Id)))];
            await work.Insert(obligations, round);
            var version = await work.Connection.ExecuteScalarAsync<int>(work.Sql(NextPart, new { round.Id }));
            work.Announce(FactOf(round, duty, obligations), Names.Round.Of(round.Id), version);
        }
    }

    /// <summary>The round, held until this work ends.</summary>
    public static async Task<RoundRow> RequireRound(this Work work, Guid id)
    {
        var row = await work.Hold<RoundRow>("select * from rounds where id = @id for update", new { id });
        Check.Rule(new RoundsAreOpen(id, row is not null));
        return row!;
    }

    private static ObligationsIssued FactOf(Round round, DutyRow duty, IEnumerable<Obligation> obligations) => new(
        round.Id,
        round.DutyId,
        round.PlanId,
        duty.PlanNumber,
        duty.PlanTitle,
        duty.Content,
        round.Period.ToString(),
        round.Due.Day,
        round.Due.Why.Vietnamese,
        round.LetterNumber,
        round.ReceiverId!.Value,
        [.. obligations.Select(obligation => obligation.ToIssued())]);

    public static object Columns(Round round, DateTimeOffset at) => new
    {
        round.Id,
        round.DutyId,
        round.PlanId,
        Kind = Words.Of(round.Kind),
        Period = round.Period.ToString(),
        Due = round.Due.Day,
        DueRule = round.Due.Why.Rule,
        DueWhy = round.Due.Why.English,
        DueWhyVi = round.Due.Why.Vietnamese,
        round.LateAfter,
        Cutoff = round.CutOff.Day,
        CutoffRule = round.CutOff.Why.Rule,
        CutoffWhy = round.CutOff.Why.English,
        CutoffWhyVi = round.CutOff.Why.Vietnamese,
        round.Estimate,
        round.History,
        round.LetterNumber,
        round.ReceiverId,
        round.OpenedOn,
        At = at,
    };
}
