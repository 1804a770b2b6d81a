using SocialPolicy.Indicators.Domain.Catalogue;

namespace SocialPolicy.Indicators.UnitTests.Samples;

/// <summary>The catalogue that comes with the service.</summary>
internal static class SampleCatalogue
{
    public static readonly DateTimeOffset Now = new(2026, 11, 2, 3, 4, 5, TimeSpan.Zero);

    public static CatalogueFile File { get; } = CatalogueFile.Read(System.IO.File.ReadAllText(
        Path.Combine(Repository.Root, "src", "Indicators", "Service", "Catalogue", "Seed", "indicators.json")));

    public static IReadOnlyList<Indicator> All { get; } = [.. File.Indicators.Select(entry => File.Add(entry, Guid.CreateVersion7(), "catalogue", Now))];

    public static Indicator Of(string code) => All.Single(indicator => indicator.Code == code);
}
