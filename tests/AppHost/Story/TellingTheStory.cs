using SocialPolicy.AppHost.Tests.FullSystem;

namespace SocialPolicy.AppHost.Tests.Story;

/// <summary>From the text of five plans to delivered reminders, through four services.</summary>
[Collection(Platform.OneAtATime)]
public sealed class TellingTheStory(StoryPlatform platform) : IClassFixture<StoryPlatform>
{
    /// <summary>Plan, targets, rated, obligations, on time, late, owed, reminders: on 2024-11-18, whatever happens meanwhile.</summary>
    internal static readonly string[] Expected =
    [
        "dak-nong.txt 25 4 45 1 1 43 102",
        "huong-tra.txt 35 4 21 1 0 20 38",
        "phung-hiep.txt 37 4 1 1 0 0 0",
        "son-la.txt 39 4 29 1 0 28 52",
        "van-ninh.txt 38 4 24 1 0 23 44",
    ];

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
    }
}
