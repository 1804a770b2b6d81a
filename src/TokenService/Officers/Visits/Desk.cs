using Microsoft.AspNetCore.Antiforgery;
using SocialPolicy.TokenService.Issuing;
using SocialPolicy.TokenService.Officers.Pages;

namespace SocialPolicy.TokenService.Officers.Visits;

/// <summary>One request of an officer's browser, and how it is answered.</summary>
/// <param name="Context">The request.</param>
/// <param name="Errand">For what the officer comes.</param>
/// <param name="Program">The program that sent the officer; empty for none.</param>
/// <param name="ReturnTo">Where it wants the officer back; null for none.</param>
/// <param name="Carried">What the program asked for, which every page brings along.</param>
internal sealed record Desk(HttpContext Context, Errand Errand, string Program, string? ReturnTo, IReadOnlyList<KeyValuePair<string, string>> Carried)
{
    /// <summary>Of a page that belongs to no program.</summary>
    public Desk(HttpContext context, Errand errand)
        : this(context, errand, "", null, [])
    {
    }

    public string Address => Context.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>What was sent in a field; null where the field, or any form, is missing.</summary>
    public string? this[string field] => HttpMethods.IsPost(Context.Request.Method) && Context.Request.HasFormContentType && Context.Request.Form.TryGetValue(field, out var sent) ? sent.ToString() : null;

    /// <summary>A form of this errand.</summary>
    public Form Form(IAntiforgery antiforgery, string? problem, string? visit = null)
    {
        var tokens = antiforgery.GetAndStoreTokens(Context);
        var carried = Carried.Where(field => field.Key != tokens.FormFieldName && !Fields.All.Contains(field.Key)).Append(KeyValuePair.Create(tokens.FormFieldName, tokens.RequestToken!));
        return new(Action, visit is null ? carried : carried.Append(KeyValuePair.Create(Fields.Visit, visit)), problem);
    }

    public IResult Show(string title, string body, int status = StatusCodes.Status200OK) => Page.Show(Context, title, body, status, ReturnTo);

    /// <summary>Says on the coming page when to try again.</summary>
    public string TooOften(TimeSpan pause)
    {
        Context.Response.Headers.RetryAfter = Slow.SecondsOf(pause);
        return $"Đã thử quá nhiều lần. Hãy thử lại sau {Math.Ceiling(pause.TotalMinutes):0} phút.";
    }

    private string Action => Errand switch
    {
        Errand.Password => "password",
        Errand.SecondFactor => "second-factor",
        _ => "authorize",
    };
}
