using System.Diagnostics;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.UnitTests.Directory;
using SocialPolicy.PlanRegistry.UnitTests.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Owners;

/// <summary>What the five sample plans tell of owners, in the directory of the time.</summary>
public sealed class SuggestingOwnersOfThePlans
{
    [Theory]
    [InlineData("son-la", "gso:14")]
    [InlineData("van-ninh", "spp:van-ninh")]
    [InlineData("huong-tra", "spp:huong-tra")]
    [InlineData("dak-nong", "spp:dak-nong")]
    [InlineData("phung-hiep", "spp:phung-hiep")]
    public void Has_somebody_for_most_targets_and_quotes_the_plan(string plan, string unit)
    {
        var text = File.ReadAllText(Path.Combine(SampleDirectory.Samples, "plans", $"{plan}.txt"));
        var reading = PlanReader.Read(text);
        var content = RegisteredReading.ContentOf(reading, text, APlan.Now);
        var items = OwnableItem.Of(content);
        var suggesting = new SuggestingOwners(content, content.OrganisationDuties, SampleDirectory.Around(unit));
        var started = Stopwatch.GetTimestamp();

        var all = items.Select(item => (Item: item, Suggestions: suggesting.For(item))).ToList();

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        var targets = all.Where(one => one.Item.Kind is OwnableKind.Target).ToList();
        targets.Count(one => one.Suggestions.Any(suggestion => suggestion.AgencyId is not null)).ShouldBeGreaterThan(targets.Count / 2);
        all.SelectMany(one => one.Suggestions).ShouldAllBe(one => one.Quote.Length > 0 && one.Quote.Length <= 200);
        all.ShouldAllBe(one => one.Suggestions.Count <= 10);
    }
}
