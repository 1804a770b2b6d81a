using SocialPolicy.Types.V1;

namespace SocialPolicy.Indicators.FunctionalTests.Catalogue;

/// <summary>Indicators that nobody else has.</summary>
internal static class AnIndicator
{
    /// <summary>The share of villages with something new.</summary>
    public static V1.Indicator Of(string code) => new()
    {
        Code = code,
        DisplayName = $"Tỷ lệ thôn có {code}",
        DisplayNameEn = $"Villages with {code}",
        Unit = "%",
        Kind = V1.Indicator.Types.Kind.Number,
        Scale = "100",
        Direction = Direction.Up,
        Population = "thôn",
        OverUnits = V1.Indicator.Types.OverUnits.Weighted,
        OverTime = V1.Indicator.Types.OverTime.Last,
        Least = "0",
        Most = "100",
        Theme = "van_hoa_thong_tin",
        Aliases = { new V1.Indicator.Types.Alias { DisplayName = $"Thôn {code} đạt chuẩn", Population = "thôn, bản" } },
        Dimensions =
        {
            new V1.Indicator.Types.Dimension
            {
                Code = "area",
                Categories = { new V1.Indicator.Types.Dimension.Types.Category { Code = "urban", DisplayName = "thành thị" }, new V1.Indicator.Types.Dimension.Types.Category { Code = "rural", DisplayName = "nông thôn" } },
            },
        },
        References = { new V1.Indicator.Types.Reference { Scheme = "SDG", Edition = "2025", Code = "11.1.1" } },
    };

    public static string NewCode() => $"t{Guid.CreateVersion7():N}";

    public static Task<V1.Indicator> Create(this Indicators indicators, Action<V1.Indicator>? otherwise = null)
    {
        var indicator = Of(NewCode());
        otherwise?.Invoke(indicator);
        return indicators.Keeper.CreateIndicatorAsync(new() { Indicator = indicator }).ResponseAsync;
    }
}
