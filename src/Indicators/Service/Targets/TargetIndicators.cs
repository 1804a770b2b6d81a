using System.Text.Json;
using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Targets;
using SocialPolicy.Indicators.Service.Catalogue;

namespace SocialPolicy.Indicators.Service.Targets;

/// <summary>Gives targets the indicators they ask for, and keeps how they came to them.</summary>
internal static class TargetIndicators
{
    private const string Give = """
        with given as (
            select * from jsonb_to_recordset(@choices::jsonb) as c (target_id uuid, indicator_id uuid, basis text)
        ), changed as (
            update targets_in_force t
            set indicator_id = g.indicator_id, indicator_version = t.indicator_version + 1, indicator_by_person = g.basis = 'person'
            from given g
            where t.id = g.target_id and (t.indicator_id is distinct from g.indicator_id or (g.basis = 'person' and not t.indicator_by_person))
            returning t.id, t.indicator_version, t.indicator_id, g.basis
        )
        insert into target_indicators (target_id, version, indicator_id, basis, reason, actor, assigned_at)
        select id, indicator_version, indicator_id, basis, @reason, @actor, @at from changed
        """;

    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Finds the indicator of each target, or makes it one of its own.</summary>
    /// <param name="work">It holds the catalogue.</param>
    /// <param name="targets">Kept already.</param>
    public static async Task ChooseIndicators(this Work work, IReadOnlyList<TargetInForce> targets)
    {
        if (targets.Count == 0)
            return;
        var words = targets.Select(IndicatorMatcher.WordsOf).ToList();
        var known = await work.IndicatorsNamed(words);
        var taken = await work.CodesTaken(words.Select(name => IndicatorCode.Of(name, _ => false)));
        var choices = IndicatorChoices.Of(targets, known, taken.Contains, () => Guid.CreateVersion7(work.At));

        await work.Save(choices.Made);
        await work.GiveIndicators(choices.Chosen, "");
    }

    /// <summary>Keeps choices; one that changes nothing leaves nothing.</summary>
    public static Task GiveIndicators(this Work work, IReadOnlyList<IndicatorChoice> choices, string reason) => work.Connection.ExecuteAsync(work.Sql(Give, new
    {
        choices = JsonSerializer.Serialize(choices.Select(choice => new { choice.TargetId, choice.IndicatorId, Basis = Words.Of(choice.Basis) }), Form),
        reason,
        actor = work.Caller.Subject,
        at = work.At,
    }));
}
