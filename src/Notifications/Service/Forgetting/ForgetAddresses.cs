using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Retention;

namespace SocialPolicy.Notifications.Service.Forgetting;

/// <summary>That somebody was told, of what and when, stays; at which address, and what a mail server said of it, serves nothing later.</summary>
internal sealed class ForgetAddresses(NpgsqlDataSource source, RetentionRules retention, TimeProvider clock) : IJob
{
    public static readonly RetentionRule Rule = new(
        "NoticeAddresses", "Addresses of mails that are done with and what the mail server answered, from the day the notice was made.", 180, 30, 3650);

    private const string Forget = """
        update notices set address = null, answer = null
        where channel = 'email' and created_at < @before and state in ('sent', 'given_up', 'withdrawn') and (address is not null or answer is not null)
        """;

    private readonly Kept kept = retention.Of(Rule);

    public string Name => "forget-addresses";
    public string Description => $"Removes addresses and answers of mail servers from notices that were made more than {kept.Days} days ago and are done with.";
    public TimeSpan Interval => TimeSpan.FromHours(6);

    public async Task<string> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var forgotten = await connection.ExecuteAsync(new CommandDefinition(Forget, new { before = clock.GetUtcNow() - kept.Age }, cancellationToken: ct));
        return $"removed the addresses of {forgotten} notices";
    }
}
