namespace SocialPolicy.Contracts.Tests;

/// <summary>Committed files that pin what others rely on. <c>SPP_WRITE_GOLDEN=1 dotnet test tests/Contracts</c> writes them anew.</summary>
internal static class Golden
{
    private const string HowTo = "If the change is meant, run: SPP_WRITE_GOLDEN=1 dotnet test tests/Contracts";

    private static bool Writes => Environment.GetEnvironmentVariable("SPP_WRITE_GOLDEN") == "1";

    public static void ShouldBe(string file, string content)
    {
        var path = Path.Combine(Repository.Root, file);
        if (Writes)
            File.WriteAllText(path, content);

        File.Exists(path).ShouldBeTrue($"{file} is missing. {HowTo}");
        content.ShouldBe(File.ReadAllText(path), $"{file} says something else. {HowTo}");
    }

    public static byte[] Read(string file, Func<byte[]> content)
    {
        var path = Path.Combine(Repository.Root, file);
        if (Writes)
            File.WriteAllBytes(path, content());

        File.Exists(path).ShouldBeTrue($"{file} is missing. {HowTo}");
        return File.ReadAllBytes(path);
    }
}
