using SocialPolicy.Cli.Directory;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using Plan = SocialPolicy.PlanRegistry.V1.Plan;

namespace SocialPolicy.Cli.Story;

/// <summary>
/// From a plan's text to a delivered reminder, for every document, through the services alone. What the registry refuses is left out,
/// and the last table says why. Where a day is named it fails on any other. Telling it again on the same installation finds everything done and changes nothing.
/// </summary>
internal sealed class PlanStory(StoryTeller teller, Cast cast, Screen screen, DateOnly? on)
{
    private static readonly string[] Services = ["planregistry", "indicators", "reporting", "notifications"];

    private readonly PlanChapter plans = new(teller, cast, on);
    private readonly MeasuringChapter measuring = new(teller, cast);
    private readonly ReportingChapter reporting = new(teller, cast);
    private readonly RemindingChapter reminding = new(teller, cast);

    public async Task Tell(DirectoryInfo directory, IReadOnlyList<FileInfo> files)
    {
        await Directory(directory);
        await reminding.Silence();
        var told = new List<(FileInfo File, Plan Plan)>();
        var leftOut = new List<StoryLine>();
        foreach (var file in files)
        {
            teller.Chapter(file.Name);
            if (await plans.LeftOut(file) is { } refusal)
                leftOut.Add(StoryLine.Without(file.Name, refusal));
            else
                told.Add((file, await Tell(file)));
        }

        if (told.Count == 0)
            throw new IOException("None of the documents is a plan.");

        teller.Chapter("All plans");
        var accounts = new List<Account>();
        foreach (var (_, plan) in told)
            accounts.Add(await reporting.Account(plan));
        await reminding.Remind(accounts);
        foreach (var account in accounts)
            await reminding.OnlyWhoOwes(account);
        await teller.Step("nothing left over", NothingLeftOver);

        var lines = new List<StoryLine>();
        foreach (var (file, plan) in told)
            lines.Add(await Line(file, plan));
        lines.AddRange(leftOut);
        screen.ShowObject(lines, console => StoryLine.Write(console, lines));
    }

    // The other services hear of the directory from the broker: it is there when each of them knows its last agency.
    private Task Directory(DirectoryInfo directory) => teller.Step("directory", async () =>
    {
        var rows = DirectoryFiles.In([directory]);
        var request = Said.NewRequest();
        var answer = await teller.Ask(() => cast.Operator.Directory.Import(rows, request, validateOnly: false, teller.Cancellation));
        var last = rows.Agencies[^1].Codes[0];
        await Known(() => cast.Operator.Observations.ListObservationsAsync(new() { Agency = last, PageSize = 1 }, Call()).ResponseAsync, "Indicators");
        await Known(() => cast.Operator.Obligations.ListObligationsAsync(new() { Agency = last, PageSize = 1 }, Call()).ResponseAsync, "Reporting");
        await Known(() => cast.Operator.Notices.ListNoticesAsync(new() { Agency = last, PageSize = 1 }, Call()).ResponseAsync, "Notifications");
        return $"{rows.Units.Count} units and {rows.Agencies.Count} agencies, {answer.AddedUnitCount + answer.AddedAgencyCount} of them new; all services know them";
    });

    private Task Known<T>(Func<Task<T>> ask, string service) => teller.Await(
        async () =>
        {
            try
            {
                await ask();
                return true;
            }
            catch (Exception unknown) when (Refusal.From(unknown, teller.Cancellation) is { Reason: "AGENCY_NOT_FOUND" })
            {
                return false;
            }
        },
        known => known,
        _ => $"{service} does not know the directory");

    private async Task<Plan> Tell(FileInfo file)
    {
        var plan = await plans.Tell(file);
        var rounds = await reporting.Issue(plan);
        if (ReportingChapter.ToFollow(rounds) is { } round && await reporting.Owing(round) is [var first, ..])
        {
            await measuring.Tell(plan, first.Agency, round.Period);
            await reporting.Report(first);
            await reporting.Consolidate(round);
        }

        if (ReportingChapter.Missed(rounds) is { } missed && await reporting.Owing(missed) is [var late, ..])
            await reporting.SettleLate(late);
        return plan;
    }

    // An announcement may have had its effect a moment before the outbox notes that it is out.
    private async Task<string> NothingLeftOver()
    {
        var published = 0L;
        var letters = 0;
        foreach (var service in Services)
        {
            var operations = cast.Operator.Operations(service);
            var outbox = await teller.Await(
                () => operations.GetOutboxStateAsync(new(), Call()).ResponseAsync,
                seen => seen.PendingCount == 0,
                seen => $"{seen.PendingCount} announcements of {service} wait");
            published += outbox.PublishedCount;
            letters += (await teller.Ask(() => operations.ListDeadLettersAsync(new(), Call()).ResponseAsync)).DeadLetters.Count;
        }

        return StoryTeller.Holds(letters == 0, $"{published} announcements published, 0 waiting, {letters} dead letters");
    }

    private async Task<StoryLine> Line(FileInfo file, Plan plan)
    {
        var counts = (await reporting.Rounds(plan)).Select(round => round.Counts).ToList();
        return new(
            file.Name,
            plan.Targets.Count,
            (await measuring.Rated(plan)).Count,
            counts.Sum(count => count.Total),
            counts.Sum(count => count.OnTime),
            counts.Sum(count => count.Late),
            counts.Sum(count => count.Owed),
            (await reminding.Delivered(plan)).Count);
    }

    private Grpc.Core.CallOptions Call() => Connection.Call(teller.Cancellation);
}
