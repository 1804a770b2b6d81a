using Google.Protobuf.WellKnownTypes;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Notices;
using SocialPolicy.Cli.Output;
using SocialPolicy.Notifications.V1;
using SocialPolicy.Operations.V1;
using Mode = SocialPolicy.Notifications.V1.DeliverySettings.Types.Mode;
using NoticeState = SocialPolicy.Notifications.V1.Notice.Types.State;
using Plan = SocialPolicy.PlanRegistry.V1.Plan;

namespace SocialPolicy.Cli.Story;

/// <summary>Nothing goes out while the mode is off; live, a sweep tells exactly those who still owe.</summary>
internal sealed class RemindingChapter(StoryTeller teller, Cast cast)
{
    public Task Silence() => teller.Step("notices off", async () => $"{(await Set(Mode.Off)).Mode}");

    /// <param name="accounts">Of all plans, as Reporting keeps them.</param>
    public async Task Remind(IReadOnlyList<Account> accounts)
    {
        await teller.Step("sweep while off", async () =>
        {
            var before = await Notices(new());
            await Run("sweep-reminders");
            var due = await Due(accounts, before.Select(notice => notice.Obligation).ToHashSet());
            return StoryTeller.Holds((await Notices(new())).Count == before.Count, $"nothing made; live it would be {due} notices");
        });
        await teller.Step("notices live, and sweep", async () =>
        {
            await Set(Mode.Live);
            await Run("sweep-reminders");
            await Run("send-notices");
            var notices = await teller.Await(
                () => Notices(new()),
                seen => seen.All(notice => notice.State is not (NoticeState.Queued or NoticeState.Unspecified)),
                seen => $"{seen.Count(notice => notice.State is NoticeState.Queued)} of {seen.Count} notices are waiting");
            return $"{notices.Count(IsDelivered)} delivered, {notices.Count(notice => notice.State is NoticeState.Failed or NoticeState.GivenUp)} refused";
        });
    }

    /// <summary>What was delivered about a plan.</summary>
    public async Task<IReadOnlyList<Notice>> Delivered(Plan plan) => [.. (await Notices(new() { Plan = plan.Name })).Where(IsDelivered)];

    public Task OnlyWhoOwes(Account account) => teller.Step("reminded: who owes, and nobody else", async () =>
    {
        var told = (await Delivered(account.Plan)).Select(notice => notice.Obligation).ToHashSet();
        var left = account.Owing.Where(obligation => !told.Contains(obligation.Name)).Select(obligation => obligation.AgencyDisplayName).ToList();
        var wrong = account.Settled.Where(obligation => told.Contains(obligation.Name)).Select(obligation => obligation.AgencyDisplayName).ToList();
        return StoryTeller.Holds(
            left.Count == 0 && wrong.Count == 0,
            $"{account.Owing.Count} who owe were told, {account.Settled.Count} who settled were not{Names("; forgotten", left)}{Names("; told all the same", wrong)}");
    });

    // Notifications hears from the broker who owes and who has settled: it knows when a sweep would tell the ones, and none of the others.
    private async Task<int> Due(IReadOnlyList<Account> accounts, HashSet<string> told)
    {
        var due = 0;
        foreach (var account in accounts)
        {
            var notices = await teller.Await(
                () => NoticeCommands.Due(account.Plan.Name, cast.Operator, teller.Cancellation),
                seen => Missing(seen) == 0 && Wrong(seen) == 0,
                seen => $"a sweep would forget {Missing(seen)} of {account.Owing.Count} who owe and tell {Wrong(seen)} who settled");
            due += notices.Count;

            int Missing(IReadOnlyList<Notice> seen) => account.Owing.Select(obligation => obligation.Name).Except(told).Except(seen.Select(notice => notice.Obligation)).Count();
            int Wrong(IReadOnlyList<Notice> seen) => account.Settled.Select(obligation => obligation.Name).Intersect(seen.Select(notice => notice.Obligation)).Count();
        }

        return due;
    }

    private static string Names(string what, IReadOnlyList<string> names) => names.Count > 0 ? $"{what}: {string.Join(", ", names)}" : "";

    private static bool IsDelivered(Notice notice) => notice.State is NoticeState.Sent or NoticeState.Acknowledged;

    private Task<IReadOnlyList<Notice>> Notices(ListNoticesRequest filter) => teller.Ask(() => NoticeCommands.Matching(filter, cast.Operator, teller.Cancellation));

    private async Task<DeliverySettings> Set(Mode mode)
    {
        var request = new UpdateDeliverySettingsRequest
        {
            Settings = new() { Mode = mode },
            UpdateMask = new FieldMask { Paths = { "mode" } },
            RequestId = Said.NewRequest(),
        };
        return await teller.Ask(() => cast.Operator.Notices.UpdateDeliverySettingsAsync(request, Call()).ResponseAsync);
    }

    // A job that runs by itself at this moment does the same work: the story waits for its turn.
    private async Task Run(string job)
    {
        await teller.Await(
            async () =>
            {
                try
                {
                    return await cast.Operator.Operations("notifications").RunJobAsync(new RunJobRequest { Name = $"jobs/{job}" }, Call());
                }
                catch (Exception busy) when (Refusal.From(busy, teller.Cancellation) is { Reason: "JOB_RUNNING" })
                {
                    return null;
                }
            },
            ran => ran is { Failed: false },
            ran => $"{job} {(ran is null ? "is running elsewhere" : $"failed: {ran.LastOutcome}")}");
    }

    private Grpc.Core.CallOptions Call() => Connection.Call(teller.Cancellation);
}
