using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanRegistry.Domain.Plans.Items;

/// <summary>A field of an item that a person may correct.</summary>
/// <param name="Text">Its value in text form; empty when not stated.</param>
/// <param name="Take">The item with this field of another.</param>
/// <param name="MaxLength">The longest text form it takes.</param>
internal sealed record ItemField<T>(Func<T, string> Text, Func<T, T, T> Take, int MaxLength = ItemFields.LongText);

/// <summary>The correctable fields of each kind of item, under the paths of the wire: a threshold and a term whole or by their parts.</summary>
internal static class ItemFields
{
    public const int LongText = 4_000;
    private const int ShortText = 500;

    public static readonly IReadOnlyDictionary<string, ItemField<PlanTarget>> OfTargets = new Dictionary<string, ItemField<PlanTarget>>(StringComparer.Ordinal)
    {
        ["indicator"] = new(t => t.Indicator, (t, from) => t with { Indicator = from.Indicator }),
        ["threshold"] = new(ThresholdText, (t, from) => t with
        {
            Comparator = from.Comparator, Value = from.Value, ValueMax = from.ValueMax, Unit = from.Unit, Bound = from.Bound, PerYear = from.PerYear,
        }, ShortText),
        ["threshold.comparator"] = new(t => Words.Of(t.Comparator), (t, from) => t with { Comparator = from.Comparator }),
        ["threshold.value"] = new(t => Number(t.Value), (t, from) => t with { Value = from.Value }),
        ["threshold.value_max"] = new(t => Number(t.ValueMax), (t, from) => t with { ValueMax = from.ValueMax }),
        ["threshold.unit"] = new(t => t.Unit ?? "", (t, from) => t with { Unit = from.Unit }, ShortText),
        ["threshold.bound"] = new(t => Words.OfAny(t.Bound) ?? "", (t, from) => t with { Bound = from.Bound }),
        ["threshold.per_year"] = new(t => Truth(t.PerYear), (t, from) => t with { PerYear = from.PerYear }),
        ["population"] = new(t => t.Population ?? "", (t, from) => t with { Population = from.Population }),
        ["geography"] = new(t => t.Geography ?? "", (t, from) => t with { Geography = from.Geography }, ShortText),
        ["year"] = new(t => Number(t.Year), (t, from) => t with { Year = from.Year }),
        ["direction"] = new(t => Words.OfAny(t.Direction) ?? "", (t, from) => t with { Direction = from.Direction }),
        ["baseline"] = new(t => t.Baseline ?? "", (t, from) => t with { Baseline = from.Baseline }, ShortText),
        ["theme"] = new(t => t.Theme ?? "", (t, from) => t with { Theme = from.Theme }, ShortText),
        ["indicator_code"] = new(t => t.IndicatorCode ?? "", (t, from) => t with { IndicatorCode = from.IndicatorCode }, ShortText),
        ["section"] = new(t => Words.Of(t.Section), (t, from) => t with { Section = from.Section }),
    };

    /// <summary>Of a target that is amended also its words, since another document says them.</summary>
    public static readonly IReadOnlyDictionary<string, ItemField<PlanTarget>> OfAmendedTargets = new Dictionary<string, ItemField<PlanTarget>>(OfTargets, StringComparer.Ordinal)
    {
        ["text"] = new(t => t.Text, (t, from) => t with { Text = from.Text }),
    };

    public static readonly IReadOnlyDictionary<string, ItemField<PlanTask>> OfTasks = new Dictionary<string, ItemField<PlanTask>>(StringComparer.Ordinal)
    {
        ["heading"] = new(t => t.Heading, (t, from) => t with { Heading = from.Heading }),
        ["lead"] = new(t => t.Lead ?? "", (t, from) => t with { Lead = from.Lead }, ShortText),
        ["coordinating"] = new(t => List(t.Coordinating), (t, from) => t with { Coordinating = from.Coordinating }),
        ["time"] = new(t => t.Time ?? "", (t, from) => t with { Time = from.Time }, ShortText),
        ["deliverable"] = new(t => t.Deliverable ?? "", (t, from) => t with { Deliverable = from.Deliverable }),
        ["items"] = new(t => List(t.Items), (t, from) => t with { Items = from.Items }, int.MaxValue),
    };

    public static readonly IReadOnlyDictionary<string, ItemField<PlanDuty>> OfDuties = new Dictionary<string, ItemField<PlanDuty>>(StringComparer.Ordinal)
    {
        ["reporters"] = new(d => List(d.Reporters), (d, from) => d with { Reporters = from.Reporters }),
        ["addressees"] = new(d => List(d.Addressees), (d, from) => d with { Addressees = from.Addressees }),
        ["via"] = new(d => d.Via ?? "", (d, from) => d with { Via = from.Via }, ShortText),
        ["frequency"] = new(d => Words.Of(d.Frequency), (d, from) => d with { Frequency = from.Frequency }),
        ["deadline"] = new(DeadlineText, (d, from) => d with { DeadlineDay = from.DeadlineDay, DeadlineMonth = from.DeadlineMonth, OnceOn = from.OnceOn }),
        ["deadline_inclusive"] = new(d => Truth(d.DeadlineInclusive), (d, from) => d with { DeadlineInclusive = from.DeadlineInclusive }),
        ["within"] = new(WithinText, (d, from) => d with { WithinAmount = from.WithinAmount, WithinUnit = from.WithinUnit, WithinAfter = from.WithinAfter }, ShortText),
        ["within.amount"] = new(d => Number(d.WithinAmount), (d, from) => d with { WithinAmount = from.WithinAmount }),
        ["within.unit"] = new(d => Words.OfAny(d.WithinUnit) ?? "", (d, from) => d with { WithinUnit = from.WithinUnit }),
        ["within.after"] = new(d => d.WithinAfter ?? "", (d, from) => d with { WithinAfter = from.WithinAfter }, ShortText),
        ["content"] = new(d => d.Content ?? "", (d, from) => d with { Content = from.Content }),
    };

    private static string ThresholdText(PlanTarget target) => string.Join(
        ' ',
        new[]
        {
            Words.Of(target.Comparator), Words.OfAny(target.Bound), Number(target.Value), target.ValueMax is { } max ? "– " + Number(max) : null, target.Unit, target.PerYear ? "per year" : null,
        }.Where(part => part is { Length: > 0 }));

    private static string DeadlineText(PlanDuty duty) => duty switch
    {
        { OnceOn: { } day } => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { DeadlineDay: { } day, DeadlineMonth: { } month } => string.Create(CultureInfo.InvariantCulture, $"{day}/{month}"),
        { DeadlineDay: { } day } => Number(day),
        _ => "",
    };

    private static string WithinText(PlanDuty duty) => duty.WithinAmount is { } amount ? $"{Number(amount)} {Words.OfAny(duty.WithinUnit)} {duty.WithinAfter}".TrimEnd() : "";

    private static string List(IReadOnlyList<string> names) => string.Join("; ", names);

    private static string Truth(bool value) => value ? "true" : "false";

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
