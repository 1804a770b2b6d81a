namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>What stands around a chart. Texts from outside are taken as they are: a picture escapes them itself.</summary>
/// <param name="Title">What is shown, in Vietnamese; cut behind two lines.</param>
/// <param name="Unit">Of the values: "%", "giường/10.000 dân"; "" when there is none.</param>
/// <param name="Note">Below the chart, such as the source; "" for nothing.</param>
public sealed record ChartHead(string Title, string Unit, string Note = "")
{
    internal ChartHead Clean() => new(TextFit.Clean(Title), TextFit.Clean(Unit), TextFit.Clean(Note));
}
