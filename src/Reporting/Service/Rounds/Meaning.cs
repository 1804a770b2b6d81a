using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Domain.Rounds;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>Finds in the directory whom a duty means on a day.</summary>
internal static class Meaning
{
    public static async Task<Whom> WhomItMeans(this Work work, Duty duty, DateOnly on) => Whom.Of(
        await work.Find(duty.Reporters, on),
        duty.Via is null ? null : (await work.Find([duty.Via], on))[0],
        await work.Find(duty.Addressees, on));

    /// <summary>An agency as a round asks it.</summary>
    public static AskedAgency ToAsked(this KnownAgency agency) => new(agency.Id, agency.Requested);

    private static async Task<IReadOnlyList<FoundParty>> Find(this Work work, IReadOnlyList<Party> parties, DateOnly on)
    {
        var found = new List<FoundParty>(parties.Count);
        foreach (var party in parties)
            found.Add(new(party, [.. (await work.Agencies(party, on)).Select(ToAsked)]));
        return found;
    }

    private static async Task<IReadOnlyList<KnownAgency>> Agencies(this Work work, Party party, DateOnly on)
    {
        if (party.Group is { } group)
            return await work.Connection.MembersOf(new AgencyGroup(group.UnitId, group.Below, group.Kinds), on, work.Cancellation);
        return party.AgencyId is { } agency && await work.Connection.StandsFor(agency, on, work.Cancellation) is { } known ? [known] : [];
    }
}
