using SocialPolicy.AppHost.Tests.FullSystem;
using SocialPolicy.Harness;

namespace SocialPolicy.AppHost.Tests.Story;

/// <summary>What the story of the samples comes to on <see cref="StoryPlatform.Day"/>, whatever happens meanwhile.</summary>
internal static class ExpectedStory
{
    /// <summary>Plan, targets, rated, obligations, on time, late, owed, reminders.</summary>
    public static readonly string[] Table =
    [
        "dak-nong.txt 25 4 45 1 1 43 102",
        "huong-tra.txt 35 4 21 1 0 20 38",
        "phung-hiep.txt 37 4 1 1 0 0 0",
        "son-la.txt 39 4 29 1 0 28 52",
        "van-ninh.txt 38 4 24 1 0 23 44",
    ];

    // What it leaves in the databases: announcements by kind, then rows.
    private static readonly string[] Effects =
    [
        "dak-nong.txt: NoticeDelivered 102, ObligationSettled 2, ObligationsIssued 6, ObservationsRecorded 4, PlanPublished 1, ReportAccepted 2, ReportConsolidated 1, ReportReturned 1, ReportSubmitted 3, RoundOpened 6, TargetRated 4, TargetsAdopted 1, "
            + "adoptions by Indicators 1, adoptions by Reporting 1, email notices sent 51, inbox notices sent 51, known to Notifications 45, obligations 45, observations 4, publications 1, steps 8, submissions 3",
        "huong-tra.txt: NoticeDelivered 38, ObligationSettled 1, ObligationsIssued 2, ObservationsRecorded 4, PlanPublished 1, ReportAccepted 1, ReportConsolidated 1, ReportReturned 1, ReportSubmitted 2, RoundOpened 2, TargetRated 4, TargetsAdopted 1, "
            + "adoptions by Indicators 1, adoptions by Reporting 1, email notices sent 19, inbox notices sent 19, known to Notifications 21, obligations 21, observations 4, publications 1, steps 5, submissions 2",
        "phung-hiep.txt: ObligationSettled 1, ObligationsIssued 1, ObservationsRecorded 4, PlanPublished 1, ReportAccepted 1, ReportConsolidated 1, ReportReturned 1, ReportSubmitted 2, RoundOpened 1, TargetRated 4, TargetsAdopted 1, "
            + "adoptions by Indicators 1, adoptions by Reporting 1, known to Notifications 1, obligations 1, observations 4, publications 1, steps 5, submissions 2",
        "son-la.txt: NoticeDelivered 52, ObligationSettled 1, ObligationsIssued 2, ObservationsRecorded 4, PlanPublished 1, ReportAccepted 1, ReportConsolidated 1, ReportReturned 1, ReportSubmitted 2, RoundOpened 2, TargetRated 4, TargetsAdopted 1, "
            + "adoptions by Indicators 1, adoptions by Reporting 1, email notices sent 25, inbox notices sent 27, known to Notifications 29, obligations 29, observations 4, publications 1, steps 5, submissions 2",
        "van-ninh.txt: NoticeDelivered 44, ObligationSettled 1, ObligationsIssued 1, ObservationsRecorded 4, PlanPublished 1, ReportAccepted 1, ReportConsolidated 1, ReportReturned 1, ReportSubmitted 2, RoundOpened 1, TargetRated 4, TargetsAdopted 1, "
            + "adoptions by Indicators 1, adoptions by Reporting 1, email notices sent 22, inbox notices sent 22, known to Notifications 24, obligations 24, observations 4, publications 1, steps 5, submissions 2",
    ];

    private static readonly string[] Refusals =
    [
        "PLAN_NOT_CONFIRMED", "AGENCY_NOT_FOUND", "AGENCY_NOT_YOURS", "VALUE_OUT_OF_RANGE", "OBLIGATION_NOT_FOUND", "REPORT_NOT_SUBMITTED", "REPORT_ALREADY_SUBMITTED",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>To its end, with every refusal on the way.</summary>
    public static void HasBeenTold(ToldStory told)
    {
        told.ExitCode.ShouldBe(0, told.ToString());
        told.Table.ShouldBe(Table, told.ToString());
        foreach (var reason in Refusals)
            told.Lines.ShouldContain(line => line.Contains($"refused: {reason}", StringComparison.Ordinal), reason);
    }

    /// <summary>Nothing lost, nothing doubled.</summary>
    public static async Task<StoryLedger> HasItsEffectsOnce(Platform platform, ToldStory told)
    {
        // The outbox notes that an announcement is out a moment after it had its effect.
        var ledger = await StoryLedger.Read(platform);
        try
        {
            await Eventually.Holds(async () => (ledger = await StoryLedger.Read(platform)) is { Waiting: 0, Lost.Count: 0 }, Patience);
        }
        catch (TimeoutException)
        {
            ledger.Waiting.ShouldBe(0, "announcements that wait to go out");
        }

        ledger.Lost.ShouldBeEmpty();
        ledger.Doubled.ShouldBeEmpty();
        ledger.DeadLetters.ShouldBe(0);
        ledger.Arrived.Keys.ShouldBe(ledger.Mailed, ignoreOrder: true);
        told.Plans.Select(plan => $"{plan.Key}: {ledger.EffectsOn(plan.Value)}").ShouldBe(Effects);
        return ledger;
    }
}
