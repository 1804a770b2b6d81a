using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SocialPolicy.Harness;

/// <summary>Waiting on a condition with a deadline, instead of sleeping.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns when the condition holds; throws <see cref="TimeoutException"/> that names it after the deadline (default 20 s).</summary>
    public static Task Holds(Func<bool> condition, TimeSpan? deadline = null, [CallerArgumentExpression(nameof(condition))] string? what = null) =>
        Holds(() => Task.FromResult(condition()), deadline, what);

    /// <inheritdoc cref="Holds(Func{bool}, TimeSpan?, string?)"/>
    public static Task Holds(Func<Task<bool>> condition, TimeSpan? deadline = null, [CallerArgumentExpression(nameof(condition))] string? what = null) =>
        NothingIsWanting(async () => await condition() ? null : what ?? "", deadline);

    /// <summary>Returns when <paramref name="wanting"/> says null; throws <see cref="TimeoutException"/> with what it said last after the deadline (default 20 s).</summary>
    public static async Task NothingIsWanting(Func<Task<string?>> wanting, TimeSpan? deadline = null)
    {
        var patience = deadline ?? TimeSpan.FromSeconds(20);
        var waited = Stopwatch.StartNew();
        while (await wanting() is { } what)
        {
            if (waited.Elapsed > patience)
                throw new TimeoutException($"Not within {patience.TotalSeconds:0.#} s: {what}");
            await Task.Delay(Pause);
        }
    }
}
