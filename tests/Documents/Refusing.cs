using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Documents;

/// <summary>Reading in a test, and what a refusal is called.</summary>
internal static class Refusing
{
    public static Task<string> Read(byte[] bytes, string fileName = "") => new DocumentReader(new()).Read(bytes, fileName, CancellationToken.None);

    public static async Task ShouldBe(this Task<string> reading, string reason) =>
        (await Should.ThrowAsync<RuleBroken>(() => reading)).First.Reason.ShouldBe(reason);

    public static async Task<string[]> Lines(this Task<string> reading) =>
        (await reading).Split('\n').Where(line => line.Length > 0).ToArray();
}
