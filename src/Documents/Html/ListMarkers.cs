using System.Globalization;
using AngleSharp.Dom;
using SocialPolicy.Documents.Text;

namespace SocialPolicy.Documents.Html;

/// <summary>The bullets and numbers that a browser would print before the items of lists.</summary>
internal sealed class ListMarkers
{
    private static readonly Dictionary<string, Func<int, string>> Types = new(StringComparer.Ordinal)
    {
        ["a"] = ListNumbers.LowerLetter,
        ["A"] = ListNumbers.UpperLetter,
        ["i"] = ListNumbers.LowerRoman,
        ["I"] = ListNumbers.UpperRoman,
    };

    private readonly Stack<OpenList> lists = new();

    /// <summary>What stands before the next paragraph.</summary>
    public string Pending { get; private set; } = "";

    public void Begin(IElement list) => lists.Push(new OpenList
    {
        Format = list.LocalName == "ol" ? Types.GetValueOrDefault(list.GetAttribute("type") ?? "", ListNumbers.Decimal) : null,
        Next = Number(list, "start") ?? 1,
    });

    public void End()
    {
        lists.TryPop(out _);
        Pending = "";
    }

    public void Item(IElement item)
    {
        if (!lists.TryPeek(out var list) || list.Format is null)
        {
            Pending = "- ";
            return;
        }

        var number = Number(item, "value") ?? list.Next;
        list.Next = number == int.MaxValue ? number : number + 1;
        Pending = $"{list.Format(number)}. ";
    }

    /// <summary>A marker stands once, before the first paragraph of its item.</summary>
    public void Used() => Pending = "";

    private static int? Number(IElement element, string name) =>
        int.TryParse(element.GetAttribute(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed class OpenList
    {
        public Func<int, string>? Format { get; init; }

        public int Next { get; set; }
    }
}
