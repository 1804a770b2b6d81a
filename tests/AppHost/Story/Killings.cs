using System.Collections.Concurrent;
using System.Globalization;
using SocialPolicy.AppHost.Tests.Faults;
using SocialPolicy.AppHost.Tests.FullSystem;
using SocialPolicy.Harness;

namespace SocialPolicy.AppHost.Tests.Story;

/// <summary>kill -9 of each process once while a story is told: after a line, and a little later, as the seed says.</summary>
internal sealed class Killings
{
    private static readonly TimeSpan Latest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Platform platform;
    private readonly List<Moment> moments;
    private readonly Dictionary<Victim, int> restarts;
    private readonly ConcurrentQueue<Task> done = [];

    public Killings(Platform platform, Random random)
    {
        this.platform = platform;
        var lines = Enumerable.Range(1, ToldStory.LinesUntilItIsSwept).ToArray();
        random.Shuffle(lines);
        moments = [.. Victim.OfTheStory.Zip(lines, (victim, line) => new Moment(line, Latest * random.NextDouble(), victim)).OrderBy(moment => moment.Line)];
        restarts = Victim.OfTheStory.ToDictionary(victim => victim, victim => platform[victim.Resource].Restarts);
    }

    /// <summary>Hears how many lines were told.</summary>
    public void OnLine(int lines)
    {
        foreach (var moment in moments.Where(moment => moment.Line == lines))
            done.Enqueue(Kill(moment));
    }

    /// <summary>All were killed, came back, and everything is well.</summary>
    public async Task AreOver()
    {
        done.Count.ShouldBe(moments.Count, $"The story ended before everybody was killed: {this}");
        await Task.WhenAll(done);
        foreach (var victim in Victim.OfTheStory)
            await Eventually.NothingIsWanting(() => victim.WhatIsWanting(platform, restarts[victim]), Patience);
    }

    public override string ToString() => string.Join(", ", moments);

    private async Task Kill(Moment moment)
    {
        await Task.Delay(moment.Later);
        moment.Victim.Kill(moment.Victim.Find(platform));
    }

    private sealed record Moment(int Line, TimeSpan Later, Victim Victim)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Victim.Resource} at line {Line} +{Later.TotalMilliseconds:0} ms");
    }
}
