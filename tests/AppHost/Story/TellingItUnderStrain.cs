using System.Globalization;
using SocialPolicy.AppHost.Tests.FullSystem;
using SocialPolicy.Harness;
using SocialPolicy.ServiceDefaults.FunctionalTests;
using Xunit.Abstractions;

namespace SocialPolicy.AppHost.Tests.Story;

/// <summary>
/// The same story by two processes of each service that speak TLS with each other, and while each process is killed once: it ends in the same table, with the same
/// effects. A round is five stories with killings; with SPP_TEST_FULL=1 there are twenty. SPP_TEST_SEED repeats a run.
/// </summary>
[Collection(StoryPlatform.InTurn)]
public sealed class TellingItUnderStrain(ITestOutputHelper output)
{
    private const int StoriesARound = 5;

    private static readonly string[] Services = ["planregistry", "indicators", "reporting", "notifications"];

    public static TheoryData<int> Rounds => [.. Enumerable.Range(0, Extent.IsFull ? 20 : 1)];

    [Fact]
    public async Task Ends_in_the_same_table_with_two_processes_of_each_service_that_speak_TLS()
    {
        using var certificates = new Certificates();
        foreach (var name in (string[])["tokens", .. Services])
            certificates.Write(name);
        await using var platform = await StoryPlatform.Started(certificates, "--replicas=2");
        foreach (var service in Services)
        {
            platform[service].Replicas.Count.ShouldBe(2, service);
            platform[service].Endpoints.Single(endpoint => endpoint.Name == "http").Url.ShouldStartWith("https://");
        }

        var told = await ToldStory.Of(platform, Documents.Samples);

        ExpectedStory.HasBeenTold(told);
        var ledger = await ExpectedStory.HasItsEffectsOnce(platform, told);
        ledger.Arrived.Values.ShouldAllBe(mails => mails == 1);
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task Ends_in_the_same_table_whoever_is_killed_meanwhile(int round)
    {
        using var folder = TestFolder.Create();
        await using var platform = await StoryPlatform.Started();
        for (var story = 1; story <= StoriesARound; story++)
        {
            var seed = Extent.Seed + (round * StoriesARound) + story - 1;
            var killings = new Killings(platform, new Random(seed));
            var plans = await ToldStory.CopyOfTheSamples(folder.Path, story);
            var began = TimeProvider.System.GetTimestamp();

            var told = await ToldStory.Of(platform, plans, killings.OnLine);

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s; {killings}"));
            ExpectedStory.HasBeenTold(told);
            await killings.AreOver();
            var ledger = await ExpectedStory.HasItsEffectsOnce(platform, told);

            // Who dies between a mail server's yes and the note of it cannot know: that mail, and no other, goes once more, under its old Message-ID.
            ledger.Arrived.Values.Sum(mails => mails - 1).ShouldBeLessThanOrEqualTo(2 * story, "mails that went twice");
        }
    }
}
