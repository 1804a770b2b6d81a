using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Cli.Indicators;
using SocialPolicy.Operations.V1;
using SocialPolicy.PlanRegistry.V1;
using PlanState = SocialPolicy.PlanRegistry.V1.Plan.Types.State;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.Cli.Story;

/// <summary>
/// Imported, confirmed, published, announced, adopted: for every document, each step checked against what the services
/// answer. Telling it again on the same installation finds everything done and changes nothing.
/// </summary>
internal sealed class PlanStory(Connection connection, Screen screen)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly List<Plan> told = [];

    public async Task<int> Tell(IReadOnlyList<FileInfo> files, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            if (!await Tell(file, cancellation))
                return Exit.Failed;
        }

        if (!await Step("announce", () => NothingLeftOver(cancellation)))
            return Exit.Failed;
        screen.ShowAll(told, console => PlanTable.Write(console, told));
        return Exit.Ok;
    }

    private async Task<bool> Tell(FileInfo file, CancellationToken cancellation)
    {
        var plan = new Plan();
        var done = await Step($"import {file.Name}", async () =>
            {
                plan = await connection.Plans.Import(file, validateOnly: false, cancellation);
                return $"{plan.Name}: {plan.Issuer}, {plan.Summary.TargetCount} targets and {plan.Summary.VisionTargetCount} of the vision, {plan.Summary.TaskCount} task sections, {plan.Summary.ReportingDutyCount} duties ({plan.Summary.DatedDutyCount} dated), {plan.Summary.FlagCount} flags";
            })
            && await Step($"import {file.Name} again", async () =>
            {
                var again = await connection.Plans.Import(file, validateOnly: false, cancellation);
                return Holds(again.Name == plan.Name, $"the same plan, {again.Name}");
            });
        if (done && plan.State is PlanState.Read)
            done = await Step("publish unconfirmed", () => IsRefused("PLAN_NOT_CONFIRMED", () => Publish(plan, NewRequest(), cancellation)));
        if (done && plan.State is not PlanState.Published)
            done = await Confirm() && await PublishTwice();
        return done && await Step("adopt", () => Adopted(plan, cancellation));

        Task<bool> Confirm() => Step("confirm", async () =>
        {
            var request = new ConfirmReadingRequest { Name = plan.Name, Etag = plan.Etag, RequestId = NewRequest() };
            plan = await connection.Plans.ConfirmReadingAsync(request, Connection.Call(cancellation));
            return Holds(plan.State is PlanState.Confirmed, "confirmed");
        });

        Task<bool> PublishTwice() => Step("publish, and repeat the request", async () =>
        {
            var request = NewRequest();
            var first = await Publish(plan, request, cancellation);
            var second = await Publish(plan, request, cancellation);
            plan = first;
            return Holds(first.State is PlanState.Published && first.Equals(second), $"published at {first.PublishTime.ToDateTimeOffset():u}; the repeat got the same answer");
        });
    }

    private async Task<Plan> Publish(Plan plan, string requestId, CancellationToken cancellation) =>
        await connection.Plans.PublishPlanAsync(new() { Name = plan.Name, Etag = plan.Etag, RequestId = requestId }, Connection.Call(cancellation));

    // Indicators hears of the plan from the broker: its targets are there when the announcement has had its effect.
    private async Task<string> Adopted(Plan plan, CancellationToken cancellation)
    {
        var full = await connection.Plans.GetPlanAsync(new() { Name = plan.Name, View = PlanView.Full }, Connection.Call(cancellation));
        var expected = full.Targets.Select(target => $"targets/{target.Name.Split('/')[^1]}").ToHashSet();
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var targets = await TargetCommands.Of(plan.Name, connection, cancellation);
            if (expected.SetEquals(targets.Select(target => target.Name)))
            {
                told.Add(full);
                return Holds(targets.Count == expected.Count, $"Indicators measures against the same {targets.Count} targets");
            }

            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                throw new StepFailed($"Indicators holds {targets.Count} of {expected.Count} targets after {Patience.TotalSeconds:0} s.");
            await Task.Delay(Glance, cancellation);
        }
    }

    private async Task<string> NothingLeftOver(CancellationToken cancellation)
    {
        // An announcement may have had its effect a moment before the outbox notes that it is out.
        var began = TimeProvider.System.GetTimestamp();
        var outbox = await Outbox();
        while (outbox.PendingCount > 0 && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(Glance, cancellation);
            outbox = await Outbox();
        }

        var letters = await connection.Operations("indicators").ListDeadLettersAsync(new(), Connection.Call(cancellation));
        return Holds(
            outbox.PendingCount == 0 && letters.DeadLetters.Count == 0,
            $"{outbox.PublishedCount} announcements published, {outbox.PendingCount} waiting, {letters.DeadLetters.Count} dead letters");

        async Task<OutboxState> Outbox() =>
            await connection.Operations("planregistry").GetOutboxStateAsync(new(), Connection.Call(cancellation));
    }

    private static async Task<string> IsRefused(string reason, Func<Task<Plan>> act)
    {
        try
        {
            await act();
        }
        catch (Exception problem) when (Refusal.From(problem, CancellationToken.None) is { ExitCode: Exit.Refused } refusal)
        {
            return Holds(refusal.Reason == reason, $"refused: {refusal.Reason}");
        }

        throw new StepFailed($"expected {reason}, but it was done.");
    }

    private async Task<bool> Step(string name, Func<Task<string>> act)
    {
        try
        {
            var seen = await act();
            if (!screen.IsJson)
                Console.Out.WriteLine($"  {name,-34} {seen}");
            return true;
        }
        catch (Exception problem) when (problem is StepFailed || Refusal.From(problem, CancellationToken.None) is not null)
        {
            var refusal = Refusal.From(problem, CancellationToken.None);
            screen.Refuse(new("STORY_FAILED", $"at step '{name}': {(refusal is null ? problem.Message : $"{refusal.Reason} {refusal.Message}")}", refusal?.Fields ?? [], Exit.Failed));
            return false;
        }
    }

    private static string Holds(bool truth, string seen) => truth ? seen : throw new StepFailed($"unexpected: {seen}");

    private static string NewRequest() => Guid.CreateVersion7().ToString();

    private sealed class StepFailed(string message) : Exception(message);
}
