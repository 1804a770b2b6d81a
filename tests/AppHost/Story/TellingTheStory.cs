using SocialPolicy.AppHost.Tests.FullSystem;

namespace SocialPolicy.AppHost.Tests.Story;

/// <summary>From the text of five plans to delivered reminders, through four services.</summary>
[Collection(Platform.OneAtATime)]
public sealed class TellingTheStory(StoryPlatform platform) : IClassFixture<StoryPlatform>
{
    /// <summary>Plan, targets, rated, obligations, on time, late, owed, reminders: on 2024-11-18, whatever happens meanwhile.</summary>
    internal static readonly string[] Expected = [];

    private static readonly string[] Refusals =
    [
        "PLAN_NOT_CONFIRMED", "AGENCY_NOT_FOUND", "AGENCY_NOT_YOURS", "VALUE_OUT_OF_RANGE", "REPORT_NOT_SUBMITTED", "REPORT_ALREADY_SUBMITTED",
    ];

    [Fact]
    public async Task Ends_in_the_same_table_however_often_it_is_told()
    {
        var first = await ToldStory.Of(platform, Documents.Samples);
        first.ExitCode.ShouldBe(0, first.ToString());
        first.Table.ShouldBe(Expected, first.ToString());
        foreach (var reason in Refusals)
            first.Lines.ShouldContain(line => line.Contains($"refused: {reason}", StringComparison.Ordinal), reason);

        var again = await ToldStory.Of(platform, Documents.Samples);
        again.ExitCode.ShouldBe(0, again.ToString());
        again.Table.ShouldBe(Expected, again.ToString());
        (await Mailbox.Read(platform)).Doubled.ShouldBeEmpty();
    }
}
