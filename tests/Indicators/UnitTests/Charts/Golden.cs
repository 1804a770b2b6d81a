using SocialPolicy.Indicators.UnitTests.Samples;

namespace SocialPolicy.Indicators.UnitTests.Charts;

/// <summary>Pictures as they were looked at. <c>SPP_WRITE_GOLDEN=1 dotnet test tests/Indicators/UnitTests</c> draws them anew.</summary>
internal static class Golden
{
    private const string HowTo = "If the change is meant, look at it and run: SPP_WRITE_GOLDEN=1 dotnet test tests/Indicators/UnitTests";

    public static void ShouldBe(string file, string svg)
    {
        var path = Path.Combine(Repository.Root, "tests", "Indicators", "UnitTests", "Charts", file);
        if (Environment.GetEnvironmentVariable("SPP_WRITE_GOLDEN") == "1")
            File.WriteAllText(path, svg);

        File.Exists(path).ShouldBeTrue($"{file} is missing. {HowTo}");
        svg.ShouldBe(File.ReadAllText(path), $"{file} looks otherwise. {HowTo}");
    }
}
