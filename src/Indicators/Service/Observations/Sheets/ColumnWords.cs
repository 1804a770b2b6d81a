using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.Indicators.Service.Observations.Sheets;

/// <summary>What the columns of a file of values are called: as contracts call the fields, and as officers read them.</summary>
internal static class ColumnWords
{
    public const string Sheet = "Số liệu";
    public const string Indicator = "indicator";
    public const string Unit = "unit";
    public const string Period = "period";
    public const string Value = "value";
    public const string Numerator = "numerator";
    public const string Denominator = "denominator";
    public const string Part = "part";
    public const string Achieved = "achieved";
    public const string Estimate = "estimate";
    public const string Official = "official";
    public const string Note = "note";

    /// <summary>The hidden one: <see cref="Seal"/>.</summary>
    public const string Handed = "handed_out";

    /// <summary>The headings of columns that explain.</summary>
    public const string NameOfIndicator = "Tên chỉ tiêu";
    public const string Measure = "Đơn vị tính";
    public const string NameOfUnit = "Tên đơn vị";

    private static readonly Dictionary<string, string> Vietnamese = new(StringComparer.Ordinal)
    {
        [Indicator] = "Mã chỉ tiêu",
        [Unit] = "Mã đơn vị",
        [Period] = "Kỳ",
        [Value] = "Giá trị",
        [Numerator] = "Tử số",
        [Denominator] = "Mẫu số",
        [Part] = "Phân tổ",
        [Achieved] = "Đạt",
        [Estimate] = "Ước thực hiện",
        [Official] = "Số liệu chính thức",
        [Note] = "Ghi chú",
        [Handed] = Handed,
    };

    private static readonly Dictionary<string, string> Fields = Vietnamese
        .SelectMany(word => new[] { (TextFolding.Fold(word.Key), word.Key), (TextFolding.Fold(word.Value), word.Key) })
        .Distinct().ToDictionary(word => word.Item1, word => word.Key, StringComparer.Ordinal);

    private static readonly HashSet<string> Explanations = [.. new[] { NameOfIndicator, Measure, NameOfUnit }.Select(TextFolding.Fold)];

    private static readonly HashSet<string> Yes = [.. new[] { "true", "1", "x", "có", "đạt" }.Select(TextFolding.Fold)];
    private static readonly HashSet<string> No = [.. new[] { "false", "0", "không", "không đạt", "chưa đạt" }.Select(TextFolding.Fold)];

    /// <summary>The heading of a field.</summary>
    public static string HeadingOf(string field) => Vietnamese[field];

    /// <summary>The field that a heading names; null for none.</summary>
    public static string? FieldOf(string heading) => Fields.GetValueOrDefault(TextFolding.Fold(heading));

    /// <summary>Whether what stands below only explains.</summary>
    public static bool Explains(string heading) => Explanations.Contains(TextFolding.Fold(heading));

    /// <summary>Null for nothing; false for what is neither yes nor no.</summary>
    public static bool TryFlag(string text, out bool? flag)
    {
        var folded = TextFolding.Fold(text);
        flag = folded.Length == 0 ? null : Yes.Contains(folded);
        return flag is not false || No.Contains(folded);
    }
}
