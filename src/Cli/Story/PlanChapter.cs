using SocialPolicy.Cli.Indicators;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;
using Task = System.Threading.Tasks.Task;
using PlanState = SocialPolicy.PlanRegistry.V1.Plan.Types.State;

namespace SocialPolicy.Cli.Story;

/// <summary>
/// Imported, confirmed, published, announced, adopted: each step checked against what the services answer. Telling it again on
/// the same installation finds everything done and changes nothing.
/// </summary>
internal sealed class PlanChapter(StoryTeller teller, Cast cast, DateOnly? on)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>
    /// Why the registry does not take the document, as in an import: the letters, notes and pictures that lie beside plans are left out.
    /// Null when it takes it.
    /// </summary>
    public async Task<Refusal?> LeftOut(FileInfo file)
    {
        try
        {
            await teller.Ask(() => cast.Operator.Plans.Import(file, validateOnly: true, teller.Cancellation));
        }
        catch (Exception problem) when (Refusal.From(problem, teller.Cancellation) is { ExitCode: Exit.Refused } refusal)
        {
            await teller.Step($"import {file.Name}", () => Task.FromResult($"left out: {refusal.Reason} {refusal.Message}"));
            return refusal;
        }
        catch (Exception problem) when (Refusal.From(problem, teller.Cancellation) is not null)
        {
            // The step of the import says what is wrong.
        }

        return null;
    }

    public async Task<Plan> Tell(FileInfo file)
    {
        var plan = new Plan();
        await teller.Step($"import {file.Name}", async () =>
        {
            plan = await teller.Ask(() => cast.Operator.Plans.Import(file, validateOnly: false, teller.Cancellation));
            return $"{plan.Name}: {plan.Issuer}, {plan.Summary.TargetCount} targets and {plan.Summary.VisionTargetCount} of the vision, {plan.Summary.TaskCount} task sections, {plan.Summary.ReportingDutyCount} duties ({plan.Summary.DatedDutyCount} dated), {plan.Summary.FlagCount} flags";
        });
        await teller.Step($"import {file.Name} again", async () =>
        {
            var again = await teller.Ask(() => cast.Operator.Plans.Import(file, validateOnly: false, teller.Cancellation));
            return StoryTeller.Holds(again.Name == plan.Name, $"the same plan, {again.Name}");
        });
        if (plan.State is PlanState.Read)
            await teller.Step("publish unconfirmed", () => teller.Refused("PLAN_NOT_CONFIRMED", () => Publish(plan, Said.NewRequest())));
        if (plan.State is not PlanState.Published)
            plan = await ConfirmAndPublish(plan);
        return await Adopted(plan);
    }

    private async Task<Plan> ConfirmAndPublish(Plan plan)
    {
        await teller.Step("confirm", async () =>
        {
            var request = new ConfirmReadingRequest { Name = plan.Name, Etag = plan.Etag, RequestId = Said.NewRequest() };
            plan = await teller.Ask(() => cast.Operator.Plans.ConfirmReadingAsync(request, Call()).ResponseAsync);
            return StoryTeller.Holds(plan.State is PlanState.Confirmed, "confirmed");
        });
        await teller.Step("publish, and repeat the request", async () =>
        {
            var request = Said.NewRequest();
            var first = await teller.Ask(() => Publish(plan, request));
            var second = await teller.Ask(() => Publish(plan, request));
            plan = first;
            StoryTeller.Holds(IsOnItsDay(first.PublishTime.ToDateTimeOffset()), $"published at {first.PublishTime.ToDateTimeOffset():u}, on the story's day");
            return StoryTeller.Holds(first.State is PlanState.Published && first.Equals(second), $"published at {first.PublishTime.ToDateTimeOffset():u}; the repeat got the same answer");
        });
        return plan;
    }

    // A day may end while the story is told.
    private bool IsOnItsDay(DateTimeOffset time) =>
        on is not { } day || DateOnly.FromDateTime(time.ToOffset(Vietnam).DateTime).DayNumber - day.DayNumber is 0 or 1;

    private Task<Plan> Publish(Plan plan, string requestId) =>
        cast.Operator.Plans.PublishPlanAsync(new() { Name = plan.Name, Etag = plan.Etag, RequestId = requestId }, Call()).ResponseAsync;

    // Indicators hears of the plan from the broker: its targets are there when the announcement has had its effect.
    private async Task<Plan> Adopted(Plan plan)
    {
        await teller.Step("adopt", async () =>
        {
            plan = await teller.Ask(() => cast.Operator.Plans.GetPlanAsync(new() { Name = plan.Name, View = PlanView.Full }, Call()).ResponseAsync);
            var expected = plan.Targets.Select(target => $"targets/{target.Name.Split('/')[^1]}").ToHashSet();
            var targets = await teller.Await(
                () => TargetCommands.Of(plan.Name, cast.Operator, teller.Cancellation),
                seen => expected.SetEquals(seen.Select(target => target.Name)),
                seen => $"Indicators holds {seen.Count} of {expected.Count} targets");
            return StoryTeller.Holds(targets.Count == expected.Count, $"Indicators measures against the same {targets.Count} targets");
        });
        return plan;
    }

    private Grpc.Core.CallOptions Call() => Connection.Call(teller.Cancellation);
}
