using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.Indicators.Service.Catalogue;
using SocialPolicy.Indicators.Service.Observations;
using SocialPolicy.Types.V1;

namespace SocialPolicy.Indicators.Service.Targets;

/// <summary>Targets in the words of the contract.</summary>
internal static class TargetMapping
{
    private static readonly Dictionary<string, Comparator> Comparators = new()
    {
        ["eq"] = Comparator.Equal,
        ["ge"] = Comparator.AtLeast,
        ["gt"] = Comparator.MoreThan,
        ["le"] = Comparator.AtMost,
        ["lt"] = Comparator.LessThan,
        ["range"] = Comparator.Range,
        ["approx"] = Comparator.About,
        ["decrease_by"] = Comparator.DecreaseBy,
        ["increase_by"] = Comparator.IncreaseBy,
        ["achieve"] = Comparator.Achieve,
    };

    private static readonly Dictionary<string, Direction> Directions = new()
    {
        ["up"] = Direction.Up,
        ["down"] = Direction.Down,
    };

    public static V1.Target ToContract(this TargetRow row, V1.Rating rating) => new()
    {
        Name = TargetService.TargetName.Of(row.Id),
        Plan = TargetService.PlanName.Of(row.PlanId),
        Indicator = row.Indicator,
        Threshold = new Threshold
        {
            Comparator = Word(Comparators, row.Comparator),
            Value = row.Value?.ToString(CultureInfo.InvariantCulture) ?? "",
            ValueMax = row.ValueMax?.ToString(CultureInfo.InvariantCulture) ?? "",
            Unit = row.Unit ?? "",
            Bound = Word(Comparators, row.Bound),
            PerYear = row.PerYear,
        },
        Population = row.Population ?? "",
        Geography = row.Geography ?? "",
        Year = row.Year ?? 0,
        Direction = Word(Directions, row.Direction),
        Vision = row.Section == "vision",
        AdoptTime = row.AdoptedAt.ToTimestamp(),
        Rating = rating,
        IndicatorName = row.IndicatorId is { } indicator ? IndicatorService.IndicatorName.Of(indicator) : "",
        Unit = row.UnitId is { } unit ? UnitNames.Pattern.Of(unit) : "",
        Etag = Etag.Of(row.IndicatorVersion),
    };

    private static T Word<T>(Dictionary<string, T> words, string? word) where T : struct => word is null ? default : words[word];
}
