using System.Text.Json;
using SocialPolicy.PlanRegistry.Domain.Successions;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Successions;

/// <summary>A row of successions with its members.</summary>
internal sealed class SuccessionRow
{
    public const string Select = """
        select s.*, (
            select json_agg(json_build_object('role', m.role, 'id', coalesce(m.unit_id, m.agency_id), 'name', m.name,
                'code', coalesce(u.codes[1], a.codes[1]), 'share', m.share, 'function', m.function) order by m.role, m.position)
            from succession_members m left join units u on u.id = m.unit_id left join agencies a on a.id = m.agency_id
            where m.succession_id = s.id
        )::text as members
        from successions s
        """;

    public Guid Id { get; init; }
    public SuccessionSubject Subject { get; init; }
    public SuccessionKind Kind { get; init; }
    public DateOnly EffectiveOn { get; init; }
    public string? NewName { get; init; }
    public string LegalGround { get; init; } = "";
    public string? Note { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public string RecordedBy { get; init; } = "";
    public string Members { get; init; } = "";

    public IReadOnlyList<SuccessionMember> Heirs => [.. Read().Where(member => member.Role == SuccessionMember.Heir)];

    public IReadOnlyList<SuccessionMember> Predecessors => [.. Read().Where(member => member.Role == SuccessionMember.Predecessor)];

    public Succession ToSuccession() => new(
        Id, Subject, Kind, EffectiveOn, [.. Predecessors.Select(member => member.Id)],
        [.. Heirs.Select(member => new Heir(member.Id, member.Share, member.Function))], NewName, LegalGround, Note);

    private List<SuccessionMember> Read() => JsonSerializer.Deserialize<List<SuccessionMember>>(Members, RowJson.Options)!;
}

/// <summary>A row of succession_members with the code to show.</summary>
internal sealed record SuccessionMember(string Role, Guid Id, string Name, string Code, decimal? Share, string? Function)
{
    public const string Predecessor = "predecessor";
    public const string Heir = "heir";
}
