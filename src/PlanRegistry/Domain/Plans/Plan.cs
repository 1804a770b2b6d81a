using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>A plan (kế hoạch) in the register: read by machine, confirmed by a person, published once.</summary>
public sealed class Plan(Guid id, long version, PlanState state, PlanHeader header, DateTimeOffset? publishedAt = null)
{
    /// <summary>A UUIDv7 that never changes.</summary>
    public Guid Id { get; } = id;

    /// <summary>1 for a new plan; one more with every change.</summary>
    public long Version { get; private set; } = version;

    /// <inheritdoc cref="PlanState"/>
    public PlanState State { get; private set; } = state;

    /// <inheritdoc cref="PlanHeader"/>
    public PlanHeader Header { get; private set; } = header;

    /// <summary>Null until published.</summary>
    public DateTimeOffset? PublishedAt { get; private set; } = publishedAt;

    /// <summary>A plan as the machine read it.</summary>
    public static Plan Read(Guid id, PlanHeader header) => new(id, version: 1, PlanState.Read, header);

    /// <summary>
    /// A person's yes to the reading. Takes the named <paramref name="fields"/> from <paramref name="corrected"/> and
    /// returns what that changed; a field that already had the value is no correction.
    /// </summary>
    public IReadOnlyList<Correction> ConfirmReading(
        PlanHeader corrected, IReadOnlyCollection<string> fields, string by, DateTimeOffset at)
    {
        Check.Rule(new PublishedPlansNeverChange(State));
        Check.All(fields.Select(field => new OnlyHeaderFieldsCanBeCorrected(field)));

        var before = Header;
        var after = fields.Aggregate(before, (header, field) => HeaderFields.Take(field, header, corrected));
        Check.All(HeaderRules.For(after, fields));

        Header = after;
        State = PlanState.Confirmed;
        Version++;
        return HeaderFields.Compare(before, after, by, at);
    }

    /// <summary>Puts the plan in force and says what others are told. Its content, and whom its names mean, are fixed from here on.</summary>
    public PlanPublished Publish(PlanContent content, PlanParties parties, DateTimeOffset at)
    {
        Check.Rule(new PublishedPlansNeverChange(State));
        Check.Rule(new OnlyConfirmedPlansCanBePublished(State));
        Check.Rule(new PublishedPlansHaveATitle(Header.Title));
        Check.Rule(new PublishedPlansHaveAnIssuer(Header.Issuer));

        State = PlanState.Published;
        PublishedAt = at;
        Version++;
        return PlanAnnouncement.Of(this, content, parties);
    }

    /// <summary>Takes up that an amendment was recorded, took effect or was cancelled: the publication stays as it is, the plan moves on.</summary>
    public void MoveOn()
    {
        Check.Rule(new OnlyPublishedPlansAreAmended(State));
        Version++;
    }
}
