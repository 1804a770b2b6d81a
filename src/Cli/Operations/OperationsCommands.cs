using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Operations.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Operations;

/// <summary>What operators ask of a service: dead letters, outbox, jobs.</summary>
internal static class OperationsCommands
{
    private static Argument<string> Service() => new("SERVICE") { Description = "planregistry, indicators, reporting or notifications." };

    public static Command DeadLetters()
    {
        var listed = Service();
        var list = new Command("list", "List messages that a service gave up on.") { listed };
        list.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var letters = await AllLetters(connection.Operations(parsed.GetValue(listed)!), cancellation);
            screen.ShowAll(letters, console => Write(console, letters));
            return Exit.Ok;
        });

        var replayed = Service();
        var names = new Argument<string[]>("LETTER") { Description = "deadLetters/ID; none: all.", Arity = ArgumentArity.ZeroOrMore };
        var replay = new Command("replay", "Handle dead letters once more.") { replayed, names };
        replay.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ReplayDeadLettersRequest { Names = { parsed.GetValue(names) ?? [] } };
            var answer = await connection.Operations(parsed.GetValue(replayed)!).ReplayDeadLettersAsync(request, Connection.Call(cancellation));
            screen.Show(answer, console => console.WriteLine($"{answer.ReplayedCount} handled, {answer.FailedCount} failed again."));
            return answer.FailedCount > 0 ? Exit.Refused : Exit.Ok;
        });
        return new("dlq", "Dead letters: messages that could not be handled.") { list, replay };
    }

    public static Command Outbox()
    {
        var service = Service();
        var command = new Command("outbox", "How far the announcements of a service have got.") { service };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var state = await connection.Operations(parsed.GetValue(service)!).GetOutboxStateAsync(new(), Connection.Call(cancellation));
            screen.Show(state, console => console.WriteLine(
                $"{state.PendingCount} waiting{(state.OldestPendingAge is { } age ? $", the oldest for {age.ToTimeSpan()}" : "")}; {state.PublishedCount} published."));
            return Exit.Ok;
        });
        return command;
    }

    public static Command Jobs()
    {
        var listed = Service();
        var list = new Command("list", "List the recurring jobs of a service.") { listed };
        list.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var jobs = await connection.Operations(parsed.GetValue(listed)!).ListJobsAsync(new(), Connection.Call(cancellation));
            screen.ShowAll(jobs.Jobs, console => Write(console, jobs.Jobs));
            return Exit.Ok;
        });

        var run = Service();
        var name = new Argument<string>("JOB") { Description = "jobs/NAME, or the name alone." };
        var runNow = new Command("run", "Run a job now and wait for its end.") { run, name };
        runNow.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var said = parsed.GetValue(name)!;
            var request = new RunJobRequest { Name = said.StartsWith("jobs/", StringComparison.Ordinal) ? said : $"jobs/{said}" };
            var job = await connection.Operations(parsed.GetValue(run)!).RunJobAsync(request, Connection.Call(cancellation));
            screen.Show(job, console => Write(console, [job]));
            return job.Failed ? Exit.Failed : Exit.Ok;
        });
        return new("job", "Recurring jobs.") { list, runNow };
    }

    private static async Task<IReadOnlyList<DeadLetter>> AllLetters(OperationsService.OperationsServiceClient operations, CancellationToken cancellation)
    {
        var letters = new List<DeadLetter>();
        var request = new ListDeadLettersRequest { PageSize = 200 };
        do
        {
            var page = await operations.ListDeadLettersAsync(request, Connection.Call(cancellation));
            letters.AddRange(page.DeadLetters);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return letters;
    }

    private static void Write(IAnsiConsole console, IReadOnlyCollection<DeadLetter> letters)
    {
        if (letters.Count == 0)
        {
            console.WriteLine("No dead letters.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("Letter", "Fact", "About", "Consumer", "Tries", "Error");
        foreach (var letter in letters)
            table.AddRow(new[] { letter.Name, letter.Type, letter.Aggregate, letter.Consumer, $"{letter.Attempts}", letter.Error }.Select(cell => new Text(cell)));
        console.Write(table);
    }

    private static void Write(IAnsiConsole console, IEnumerable<Job> jobs)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Job", "Every", "Last run", "Took", "Outcome", "Next run");
        foreach (var job in jobs)
        {
            table.AddRow(new[]
            {
                job.Name, $"{job.Interval?.ToTimeSpan()}", $"{job.LastRunTime?.ToDateTimeOffset():u}", $"{job.LastDuration?.ToTimeSpan()}",
                job.Failed ? $"failed: {job.LastOutcome}" : job.LastOutcome, $"{job.NextRunTime?.ToDateTimeOffset():u}",
            }.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }
}
