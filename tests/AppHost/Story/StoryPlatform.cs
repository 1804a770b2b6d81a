using SocialPolicy.AppHost.Tests.FullSystem;
using SocialPolicy.ServiceDefaults.FunctionalTests;

namespace SocialPolicy.AppHost.Tests.Story;

/// <summary>A platform on the day of the story, when all five issuers still stood.</summary>
public sealed class StoryPlatform : Platform, IAsyncDisposable
{
    /// <summary>The collection of the stories: one at a time, beside the other platforms, for each waits half its time.</summary>
    public const string InTurn = "stories, one at a time";

    public const string Day = "2024-11-18";

    private IReadOnlyList<string> more = [];

    protected override IReadOnlyList<string> Arguments => [$"--at={Day}", .. more];

    /// <summary>Runs when this returns.</summary>
    /// <param name="more">What else ./run is asked for.</param>
    public static Task<StoryPlatform> Started(params string[] more) => Started(null, more);

    /// <summary>The same over TLS, with these certificates.</summary>
    internal static async Task<StoryPlatform> Started(Certificates? certificates, params string[] more)
    {
        var platform = new StoryPlatform { Certificates = certificates, more = more };
        try
        {
            await platform.Start();
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
}
