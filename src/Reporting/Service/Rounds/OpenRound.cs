using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Domain.Rounds;
using SocialPolicy.Reporting.Service.Duties;

namespace SocialPolicy.Reporting.Service.Rounds;

internal sealed partial class RoundService
{
    private const string SelectByLetter = """
        select * from rounds where duty_id = @duty and period = @period and letter_number = @Number and kind = 'opened'
        """;

    [AllowedTo(Role.FocalOfficer, Role.Registrar, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.Round> OpenRound(V1.OpenRoundRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var letter = request.ToLetter();
            var duty = await work.RequireDuty(Names.Duty.Parse(request.Duty, "duty"));
            var known = await work.Connection.QuerySingleOrDefaultAsync<RoundRow>(
                work.Sql(SelectByLetter, new { duty = duty.Id, period = letter.Period.ToString(), letter.Number }));
            if (known is not null)
                await MustReceive(known.ReceiverId!.Value, work);

            var id = known?.Id ?? await Open(letter, duty, request, work);
            work.Audit(Names.Round.Of(id), known is null ? "opened" : "was open");
            return await Show(work.Connection, id, work.At.InVietnam(), seen: null, work.Cancellation);
        });

    private static async Task<Guid> Open(Letter letter, DutyRow row, V1.OpenRoundRequest request, Work work)
    {
        var today = work.At.InVietnam();
        var duty = row.ToDuty();
        var whom = await work.WhomItMeans(duty, today);
        var receiver = request.Receiver.Length > 0 ? (await Named(request.Receiver, "receiver", today, work)).Id : whom.Receiver;
        Check.Rule(new RoundsHaveAReceiver(receiver is not null));
        await MustReceive(receiver!.Value, work);
        Check.Rule(new EndedDutiesAskForNothing(duty.StateOn(today, row.Years)));

        var asked = request.Reporters.Count > 0 ? await Named(request.Reporters, today, work) : whom.Asked;
        Check.Rule(new RoundsAskSomebody(asked.Count));
        var round = Round.ByLetter(Guid.CreateVersion7(), duty, letter, receiver.Value, today, OfficeDays.All);
        await work.Insert(round);
        await work.Tell(round, row, asked);
        return round.Id;
    }

    // Registrars and administrators open rounds for receivers whom they reach, focal officers for their own.
    private static async Task MustReceive(Guid receiver, Work work)
    {
        if (!work.Caller.IsAny(Role.Registrar, Role.Administrator) || !await work.Connection.Reaches(work.Caller, [receiver], work.At.InVietnam(), work.Cancellation))
            await work.MustActFor(receiver, AgencyNames.Pattern.Of(receiver));
        work.Admit();
    }

    private static async Task<IReadOnlyList<AskedAgency>> Named(IEnumerable<string> names, DateOnly today, Work work)
    {
        var agencies = new List<AskedAgency>();
        foreach (var name in names)
            agencies.Add((await Named(name, "reporters", today, work)).ToAsked());
        return Whom.Once(agencies);
    }

    private static Task<KnownAgency> Named(string name, string field, DateOnly today, Work work) =>
        work.Connection.RequireAgencyInForce(name, field, today, work.Cancellation);
}
