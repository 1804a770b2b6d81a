using SocialPolicy.Cli.Output;

namespace SocialPolicy.Cli.Story;

/// <summary>Says a step failed, and why.</summary>
internal sealed class StepFailed(string message) : Exception(message);

/// <summary>
/// Tells a story step by step. A step repeats what a service did not answer, with the same request id, for as long as a service may
/// take to come back; so the story ends the same whatever was killed in between.
/// </summary>
internal sealed class StoryTeller(Screen screen, CancellationToken cancellation)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public CancellationToken Cancellation => cancellation;

    /// <summary>Runs a step and prints what it saw.</summary>
    /// <exception cref="StoryBroken">It did not hold.</exception>
    public async Task Step(string name, Func<Task<string>> act)
    {
        try
        {
            var seen = await act();
            if (!screen.IsJson)
                Console.Out.WriteLine($"  {name,-34} {seen}");
        }
        catch (Exception problem) when (problem is StepFailed || Refusal.From(problem, cancellation) is not null)
        {
            throw new StoryBroken(name, Refusal.From(problem, cancellation), problem.Message);
        }
    }

    /// <summary>Says whose story begins.</summary>
    public void Chapter(string title)
    {
        if (!screen.IsJson)
            Console.Out.WriteLine(title);
    }

    /// <summary>The answer of a call; while nobody answers it is made again.</summary>
    public async Task<T> Ask<T>(Func<Task<T>> call)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception silence) when (Refusal.From(silence, cancellation) is { ExitCode: Exit.Unavailable } && !IsOver(began))
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    /// <summary>What a call is refused with; anything else fails the step.</summary>
    public async Task<string> Refused<T>(string reason, Func<Task<T>> call)
    {
        try
        {
            await Ask(call);
        }
        catch (Exception problem) when (Refusal.From(problem, cancellation) is { ExitCode: Exit.Refused or Exit.NotAllowed } refusal)
        {
            return Holds(refusal.Reason == reason, $"refused: {refusal.Reason}");
        }

        throw new StepFailed($"expected {reason}, but it was done.");
    }

    /// <summary>Looks again until the look is what was waited for.</summary>
    /// <param name="look">Asks.</param>
    /// <param name="isSeen">Whether it is there.</param>
    /// <param name="missing">Says of the last look what is not.</param>
    public async Task<T> Await<T>(Func<Task<T>> look, Func<T, bool> isSeen, Func<T, string> missing)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var seen = await Ask(look);
            if (isSeen(seen))
                return seen;
            if (IsOver(began))
                throw new StepFailed($"{missing(seen)} after {Patience.TotalSeconds:0} s.");
            await Task.Delay(Glance, cancellation);
        }
    }

    public static string Holds(bool truth, string seen) => truth ? seen : throw new StepFailed($"unexpected: {seen}");

    private static bool IsOver(long began) => TimeProvider.System.GetElapsedTime(began) > Patience;
}

/// <summary>The story ends here: at this step, for this reason.</summary>
internal sealed class StoryBroken(string step, Refusal? refusal, string message)
    : Exception($"at step '{step}': {(refusal is null ? message : $"{refusal.Reason} {refusal.Message}")}")
{
    public IReadOnlyList<string> Fields { get; } = refusal?.Fields ?? [];
}
