using System.Net;
using System.Reflection;
using System.Security;
using System.Text;

namespace SocialPolicy.Documents.Samples;

/// <summary>One of the sample plans, as text and as other programs would save it.</summary>
internal static class SamplePlan
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(Root, "samples", "plans", "van-ninh.txt"));

    private static string Root => typeof(SamplePlan).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    // Emphasis is a property of the letters there, not a sign among them.
    private static IEnumerable<string[]> Paragraphs => Text.Replace("**", "", StringComparison.Ordinal)
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(paragraph => paragraph.Split('\n'));

    public static byte[] AsPage() => Encoding.UTF8.GetBytes(
        $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Kế hoạch</title></head><body><nav>Trang chủ</nav><article>{string.Concat(Paragraphs.Select(lines => $"<p>{string.Join("<br>", lines.Select(WebUtility.HtmlEncode))}</p>\n"))}</article><footer>Bản quyền</footer></body></html>");

    public static string WordBody => string.Concat(Paragraphs.Select(lines =>
        $"<w:p>{string.Join("<w:r><w:br/></w:r>", lines.Select(line => WordFile.R(SecurityElement.Escape(line))))}</w:p>"));

    public static byte[] AsWord() => WordFile.Of(WordBody);
}
