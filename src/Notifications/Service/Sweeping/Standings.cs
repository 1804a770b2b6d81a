using Npgsql;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Notifications.Domain.Ladders;

namespace SocialPolicy.Notifications.Service.Sweeping;

/// <summary>What the copy of the directory says of some agencies on a day.</summary>
internal sealed class Standings
{
    private readonly IReadOnlyDictionary<Guid, KnownAgency> known;
    private readonly IReadOnlyDictionary<Guid, KnownAgency> standIns;

    private Standings(IReadOnlyDictionary<Guid, KnownAgency> known, IReadOnlyDictionary<Guid, KnownAgency> standIns) => (this.known, this.standIns) = (known, standIns);

    public static Standings None { get; } = new(new Dictionary<Guid, KnownAgency>(), new Dictionary<Guid, KnownAgency>());

    public static async Task<Standings> Of(NpgsqlConnection connection, IEnumerable<Guid> agencies, DateOnly on, CancellationToken ct)
    {
        Guid[] ids = [.. agencies.Distinct()];
        return ids.Length == 0 ? None : new(await connection.Agencies(ids, ct), await connection.StandIns(ids, on, ct));
    }

    /// <summary>Who is told as the one that owes.</summary>
    public Recipient Owing(Guid agency, bool cameBack) => Recipient.Owing(agency, StandingOf(agency), cameBack);

    /// <summary>Who is told as the one that waits for it.</summary>
    public Recipient Receiving(Guid agency) => Recipient.Receiving(agency, StandingOf(agency));

    /// <summary>Its name; empty for one that is not known.</summary>
    public string NameOf(Guid agency) => known.GetValueOrDefault(agency)?.Name ?? "";

    /// <summary>Name and address of who is told.</summary>
    public (string Name, string? Email) Of(Guid agency, Recipient recipient) => recipient.TakesOver && standIns.TryGetValue(agency, out var heir)
        ? (heir.Name, heir.Email)
        : (NameOf(agency), known.GetValueOrDefault(agency)?.Email);

    private Standing StandingOf(Guid agency) => new(known.ContainsKey(agency), standIns.GetValueOrDefault(agency)?.Id);
}
