using System.Globalization;
using System.Reflection;
using HandlebarsDotNet;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Notifications.Domain.Notices;

namespace SocialPolicy.Notifications.Service.Templates;

/// <summary>A notice in words.</summary>
internal sealed record NoticeText(string Subject, string Body);

/// <summary>
/// Writes notices by the templates of this folder, one a kind: the first line is the subject, the rest the text. Templates have no
/// logic of their own, and what data contain is never run.
/// </summary>
internal sealed class NoticeTexts
{
    private const string Folder = ".Templates.";
    private const string Layout = "layout.html.hbs";

    // Plain texts are not HTML: nothing in them is to be escaped. The layout is.
    private readonly Dictionary<NoticeKind, HandlebarsTemplate<object, object>> texts;
    private readonly HandlebarsTemplate<object, object> layout;

    public NoticeTexts()
    {
        var plain = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });
        texts = Enum.GetValues<NoticeKind>().ToDictionary(kind => kind, kind => plain.Compile(Read($"{Words.Of(kind)}.hbs")));
        layout = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true }).Compile(Read(Layout));
    }

    /// <summary>Subject and text of a notice about an obligation.</summary>
    /// <param name="kind">What it is for.</param>
    /// <param name="about">The obligation, with the names of its agencies.</param>
    /// <param name="today">The day it is written.</param>
    public NoticeText Write(NoticeKind kind, NoticeSubject about, DateOnly today)
    {
        var left = about.Due.DayNumber - today.DayNumber;
        var written = texts[kind](new Dictionary<string, object?>
        {
            ["agency"] = kind is NoticeKind.Escalation ? about.Receiver : about.Agency,
            ["owing"] = about.Predecessor ?? about.Agency,
            ["predecessor"] = about.Predecessor,
            ["receiver"] = about.Receiver,
            ["what"] = about.Content ?? "kết quả thực hiện Kế hoạch",
            ["plan"] = about.PlanNumber is { } number ? $"Kế hoạch số {number}, “{about.PlanTitle}”" : $"Kế hoạch “{about.PlanTitle}”",
            ["period"] = about.Period,
            ["due"] = about.Due.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            ["why"] = about.DueExplanation,
            ["letter"] = about.LetterNumber,
            ["reason"] = about.ReturnReason,
            ["requested"] = about.Requested,
            ["returned"] = about.ReturnReason is not null,
            ["over"] = left < 0,
            ["daysLeft"] = left,
            ["daysOver"] = -left,
        });
        var (subject, body) = written.Split('\n', 2) is [var first, var rest] ? (first, rest) : (written, "");
        return new(OneLine(subject), body.Trim());
    }

    /// <summary>The same as a page.</summary>
    public string Page(string subject, string body) => layout(new Dictionary<string, object>
    {
        ["subject"] = subject,
        ["paragraphs"] = body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    });

    /// <summary>A header ends where its line ends: what data contain must not begin another.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Read(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(known => known.EndsWith(Folder + name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
