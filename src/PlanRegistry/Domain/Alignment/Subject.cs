using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>What a target speaks of: its indicator, and whom and where it measures.</summary>
internal sealed class Subject
{
    /// <summary>Words shared by at least this share of both: the same subject where no code says so.</summary>
    public const double LeastAlike = 0.65;

    private const double SamePeople = 0.75;
    private const double ByCode = 0.5;
    private const double OtherPlace = 0.25;
    private const double OtherQualifier = 0.2;
    private const int FewestWords = 3;

    private readonly HashSet<string> words;
    private readonly HashSet<string> people;

    private Subject(string? code, HashSet<string> words, string place, HashSet<string> people, IReadOnlySet<string> qualifiers) =>
        (Code, this.words, Place, this.people, Qualifiers) = (code, words, place, people, qualifiers);

    public string? Code { get; }

    /// <summary>Empty for the whole territory.</summary>
    public string Place { get; }

    public IReadOnlySet<string> Qualifiers { get; }

    /// <summary>The same for targets of one plan that differ in year and value alone.</summary>
    public string Key => string.Join('|', Code, string.Join(' ', words.Order(StringComparer.Ordinal)), Place, string.Join(' ', people.Order(StringComparer.Ordinal)));

    public static Subject Of(PlanTarget target)
    {
        var indicator = ContentWords(target.Indicator);
        var said = indicator.Count >= FewestWords ? target.Indicator : target.Text;
        var folded = TextFolding.Fold(said);
        var words = indicator.Count >= FewestWords ? indicator : ContentWords(target.Text);
        var qualifiers = SubjectWords.Qualifiers.Where(phrase => folded.Contains(phrase, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return new(target.IndicatorCode, words, PlaceOf(target.Geography), PeopleOf(target.Population), qualifiers);
    }

    /// <summary>How well the two fit, from 0 to 1; null when they speak of different things.</summary>
    public double? Likeness(Subject other)
    {
        if (Code is not null && other.Code is not null && Code != other.Code)
            return null;
        var alike = Alike(words, other.words);
        var byCode = Code is not null && Code == other.Code;
        if (!byCode && alike < LeastAlike)
            return null;
        var likeness = byCode ? ByCode + ((1 - ByCode) * alike) : alike;
        return likeness - (IsElsewhere(other) ? OtherPlace : 0) - (Qualifiers.SetEquals(other.Qualifiers) ? 0 : OtherQualifier);
    }

    public bool IsElsewhere(Subject other) =>
        Place != other.Place && (Place.Length == 0 || other.Place.Length == 0 || Alike(Split(Place), Split(other.Place)) < SamePeople);

    /// <summary>Only where both say whom: silence is no difference.</summary>
    public bool MeasuresOthers(Subject other) => people.Count > 0 && other.people.Count > 0 && Alike(people, other.people) < SamePeople;

    private static double Alike(HashSet<string> left, HashSet<string> right) =>
        left.Count + right.Count == 0 ? 1 : 2.0 * left.Count(right.Contains) / (left.Count + right.Count);

    private static HashSet<string> ContentWords(string text) => [.. Split(WithoutPlaces(TextFolding.Fold(text))).Where(IsContent)];

    private static bool IsContent(string word) =>
        !word.Any(char.IsDigit) && !SubjectWords.Empty.Contains(word) && !SubjectWords.Territory.Contains(word);

    // A place is compared as a place; its words would make two places look like one indicator.
    private static string WithoutPlaces(string folded) =>
        SubjectWords.Places.Aggregate(folded, (text, place) => text.Replace(place.Words, " ", StringComparison.Ordinal)).Replace("khu vực", " ", StringComparison.Ordinal);

    private static string PlaceOf(string? geography)
    {
        var folded = TextFolding.Fold(geography ?? "");
        var kind = SubjectWords.Places.Where(place => folded.Contains(place.Words, StringComparison.Ordinal)).Select(place => place.Place).FirstOrDefault();
        return kind ?? string.Join(' ', Split(folded).Where(word => word != "các"));
    }

    private static HashSet<string> PeopleOf(string? population)
    {
        var folded = string.Join(' ', NameWords.Split(population ?? ""));
        folded = SubjectWords.SamePopulations.Aggregate(folded, (text, same) => text.Replace(same.Key, same.Value, StringComparison.Ordinal));
        return [.. Split(WithoutPlaces(folded)).Where(IsContent)];
    }

    private static HashSet<string> Split(string folded) => [.. NameWords.Split(folded)];
}
