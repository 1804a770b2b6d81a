using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Service.Observations;

namespace SocialPolicy.Indicators.Service.Figures;

/// <summary>A unit of the directory whose figures are read.</summary>
internal class UnitToRead
{
    public int Key { get; init; }
    public Guid Id { get; init; }
    public string[] Codes { get; init; } = [];
    public string Name { get; init; } = "";

    /// <summary>0 country, 1 province, 2 district, 3 commune.</summary>
    public short Level { get; init; }

    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }

    public string ResourceName => UnitNames.Pattern.Of(Id);

    /// <summary>The code to show; empty without any.</summary>
    public string Code => Codes is [var first, ..] ? first : "";

    public FigureUnit ToDomain() => new(Key, Level, ValidFrom, ValidTo);
}
