using System.Globalization;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Domain.Statistics;
using SocialPolicy.Indicators.Service.Observations;

namespace SocialPolicy.Indicators.Service.Figures;

/// <summary>Figures in the words of the contract.</summary>
internal static class FigureMapping
{
    public static readonly WirePairs<PeriodKind, V1.PeriodKind> Kinds = new(
        (PeriodKind.Year, V1.PeriodKind.Year),
        (PeriodKind.Half, V1.PeriodKind.Half),
        (PeriodKind.Quarter, V1.PeriodKind.Quarter),
        (PeriodKind.Month, V1.PeriodKind.Month));

    private const string Plain = "0.############################";

    private static readonly WirePairs<AsOf, V1.Boundaries> Boundaries = new((AsOf.Then, V1.Boundaries.Then), (AsOf.Now, V1.Boundaries.Now));

    private static readonly WirePairs<Level, V1.UnitLevel> Levels = new(
        (Level.Province, V1.UnitLevel.Province),
        (Level.District, V1.UnitLevel.District),
        (Level.Commune, V1.UnitLevel.Commune));

    private static readonly WirePairs<FigureBasis, V1.Figure.Types.Basis> Bases = new(
        (FigureBasis.Observed, V1.Figure.Types.Basis.Observed),
        (FigureBasis.RolledUp, V1.Figure.Types.Basis.RolledUp),
        (FigureBasis.Accumulated, V1.Figure.Types.Basis.Accumulated));

    private enum AsOf
    {
        Then,
        Now,
    }

    private enum Level
    {
        Province = 1,
        District,
        Commune,
    }

    /// <summary>Throws VALUE_UNKNOWN.</summary>
    public static bool AsNow(this V1.Boundaries boundaries) => Boundaries.From(boundaries, "boundaries") is AsOf.Now;

    /// <summary>1 province, 2 district, 3 commune; null where the request says none. Throws VALUE_UNKNOWN.</summary>
    public static short? Number(this V1.UnitLevel level) => (short?)Levels.From(level, "level");

    public static V1.Figure ToContract(this Figure figure)
    {
        var contract = new V1.Figure
        {
            Period = figure.Period.ToString(),
            Value = Written(figure.Value),
            Estimate = figure.Estimate,
            Official = figure.Own?.Said.Official ?? false,
            Basis = Bases.Of(figure.Basis),
            GivenCount = figure.Coverage.Given,
            UnitCount = figure.Coverage.InForce,
            PeriodCount = figure.Periods,
            Observation = figure.Own is { } own ? ObservationService.ObservationName.Of(ObservationIds.Of(own.Key, own.Revision)) : "",
        };
        if (figure.Achieved is { } achieved)
            contract.Achieved = achieved;
        return contract;
    }

    public static V1.NoFigure ToContract(this Refusal refusal) => new()
    {
        Reason = refusal.Reason,
        Explanation = refusal.Explanation.English,
        ExplanationVi = refusal.Explanation.Vietnamese,
    };

    /// <summary>In plain notation, no more digits than it has.</summary>
    public static string Written(decimal? number) => number?.ToString(Plain, CultureInfo.InvariantCulture) ?? "";
}
