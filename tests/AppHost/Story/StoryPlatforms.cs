using SocialPolicy.AppHost.Tests.FullSystem;

namespace SocialPolicy.AppHost.Tests.Story;

/// <summary>A platform on the day of the story, when all five issuers still stood.</summary>
public sealed class StoryPlatform : Platform
{
    public const string Day = "2024-11-18";

    protected override IReadOnlyList<string> Arguments => [$"--at={Day}"];
}

/// <summary>The same with two processes of each service.</summary>
public sealed class TwinPlatform : Platform
{
    protected override IReadOnlyList<string> Arguments => [$"--at={StoryPlatform.Day}", "--replicas=2"];
}
