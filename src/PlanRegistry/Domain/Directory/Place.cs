namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>A unit's name taken apart, in folded words: "huyện", "vạn ninh".</summary>
/// <param name="Kind">Empty for the country.</param>
internal sealed record Place(string Kind, string Name)
{
    private static readonly string[] Kinds =
        [.. new[] { "tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu" }.Select(NameWords.Of)];

    private static readonly string Belonging = NameWords.Of("của");

    public static Place Of(string name)
    {
        var words = NameWords.Of(name);
        var kind = Kinds.FirstOrDefault(x => NameWords.After(words, x) is not null);
        return kind is null ? new Place("", words) : new Place(kind, NameWords.After(words, kind)!);
    }

    /// <summary>
    /// The words without this place at their end: "phòng nội vụ" of "phòng nội vụ huyện vạn ninh", of "phòng nội vụ huyện" and of
    /// "phòng nội vụ vạn ninh". The name of another place stays, and so keeps the words from matching.
    /// </summary>
    public string Off(string words)
    {
        var unnamed = NameWords.Before(words, Name) ?? words;
        if (NameWords.Before(unnamed, Kind) is not { } bare)
            return unnamed;
        return NameWords.Before(bare, Belonging) ?? bare;
    }

    /// <summary>Whether the words end in the name of this place.</summary>
    public bool IsNamedBy(string words) => NameWords.Before(words, Name) is not null;
}
