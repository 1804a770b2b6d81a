using Google.Protobuf;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness.Access;
using SocialPolicy.Harness.Calls;
using SocialPolicy.Notifications.FunctionalTests.Notices;
using Mode = SocialPolicy.Notifications.V1.DeliverySettings.Types.Mode;

namespace SocialPolicy.Notifications.FunctionalTests.Access;

/// <summary>Every RPC of Notifications as every role of an agency that owes, of another below the same, of that above them, and of one elsewhere.</summary>
public sealed class TryingEveryRole(Office office) : IClassFixture<Office>
{
    private readonly ChangedAgency above = Agency("UBND tỉnh");
    private readonly ChangedAgency elsewhere = Agency("UBND tỉnh khác");
    private ChangedAgency sibling = null!;

    [Fact]
    public async Task Lets_those_in_whom_the_table_names_and_shows_them_what_they_may_see()
    {
        await office.Set(Mode.Live);
        var debt = await Told();
        var notice = (await office.NoticesAbout(debt)).First(one => one.Channel is V1.Notice.Types.Channel.Inbox);
        var everyRole = office.AsEveryRole(debt.AgencyCode, sibling.Codes[0], above.Codes[0], elsewhere.Codes[0]);
        var asks = All(debt, notice).ToList();
        EveryRole.NotAsked(asks, "socialpolicy.notifications.v1").ShouldBeEmpty();

        var wrong = new List<string>();
        foreach (var ask in asks)
            wrong.AddRange(await everyRole.Try(ask));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_nobody_else_that_something_has_come_to_be()
    {
        await office.Set(Mode.Live);
        await Told();
        var stranger = office.As(elsewhere.Codes[0], [.. Enum.GetValues<Role>().Except([Role.Service, Role.Administrator, Role.Operator])]);
        IMessage[] lists =
        [
            new V1.ListNoticesRequest(), new V1.ListNoticesRequest { Agency = above.Codes[0] }, new V1.ListNoticesRequest { State = V1.Notice.Types.State.Sent },
            new V1.ListInboxRequest { Agency = elsewhere.Codes[0] }, new V1.ListInboxRequest { Agency = above.Codes[0] }, new V1.GetDeliverySettingsRequest(),
            new V1.PreviewSweepRequest(), new V1.ListHeldNoticesRequest(),
        ];
        var before = await Everything.Told(stranger, lists);

        var debt = await Told();
        (await office.NoticesAbout(debt)).ShouldNotBeEmpty();

        Everything.Differences(before, await Everything.Told(stranger, lists)).ShouldBeEmpty();
        var nothing = new ADebt();
        (await About(debt)).Select(told => told.Replace($"{debt.Obligation}", $"{nothing.Obligation}", StringComparison.Ordinal).Replace($"{debt.Plan}", $"{nothing.Plan}", StringComparison.Ordinal))
            .ShouldBe(await About(nothing));

        Task<IReadOnlyList<string>> About(ADebt one) => Everything.Told(
            stranger, new V1.ListNoticesRequest { Obligation = $"obligations/{one.Obligation}" }, new V1.ListNoticesRequest { Plan = $"plans/{one.Plan}" });
    }

    private IEnumerable<Ask> All(ADebt debt, V1.Notice notice)
    {
        bool Sees(Stand caller) => caller.IsUnbounded || caller.Role is Role.Operator || caller.IsOf(debt.AgencyCode, above.Codes[0]);
        string Acts(Stand caller) => caller.IsOf(debt.AgencyCode) ? Ask.Ok : "AGENCY_NOT_YOURS";
        return
        [
            Ask.To(new PreparedCommand(new V1.AcknowledgeNoticeRequest { Name = notice.Name }), notice.Name, caller => Sees(caller) ? Acts(caller) : "NOTICE_NOT_FOUND"),
            Ask.To(new PreparedCommand(new V1.CorrectAddressRequest { Address = debt.Email, CorrectedAddress = "dung@example.vn" }), _ => Ask.Ok),
            Ask.To(new PreparedCommand(new V1.UpdateDeliverySettingsRequest { Settings = new() { Paused = true }, UpdateMask = new() { Paths = { "paused" } } }), _ => Ask.Ok),
            Ask.Anything(new V1.GetDeliverySettingsRequest()),
            Ask.Anything(new V1.ListHeldNoticesRequest()),
            Ask.Anything(new V1.PreviewSweepRequest()),
            new Ask([new V1.ListInboxRequest { Agency = debt.AgencyCode }], Acts),
            Ask.Many(new V1.ListNoticesRequest { Obligation = notice.Obligation }, notice.Name, Sees),
            Ask.Many(new V1.ListNoticesRequest { Agency = debt.AgencyCode, PageSize = 1000 }, notice.Name, Sees),
        ];
    }

    // The agency that owes and another lie below the one above.
    private async Task<ADebt> Told()
    {
        var debt = await office.Owes(daysLeft: 40);
        var owing = debt.Agencies.Agencies.Single(agency => agency.AgencyId == debt.Agency) with { ParentId = above.AgencyId };
        sibling = Agency("Sở Y tế") with { ParentId = above.AgencyId };
        await office.Knows(above, elsewhere, sibling, owing);
        await office.Sweep();
        await office.Send();
        return debt;
    }

    private static ChangedAgency Agency(string name)
    {
        var id = Guid.CreateVersion7();
        return new(id, [$"test:{id:N}"], name, "department", Guid.CreateVersion7(), null, false, null, null, [], null);
    }
}
