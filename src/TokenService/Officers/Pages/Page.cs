using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace SocialPolicy.TokenService.Officers.Pages;

/// <summary>What the pages for officers have in common: plain HTML that needs no script and nothing from elsewhere.</summary>
internal static class Page
{
    // Dark and light as the reader's system has it; text and borders hold 4.5 to 1 and 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). The picture for
    // the authenticator stays dark on white, which is what cameras read.
    private const string Style = """
        :root{color-scheme:light dark;--paper:#f4f1ea;--sheet:#fffdf9;--ink:#1f2328;--soft:#57606a;--line:#8a8478;--act:#8f1d1d;--on-act:#fff;--bad:#a40e26;--good:#116329}
        @media(prefers-color-scheme:dark){:root{--paper:#16181c;--sheet:#1f2227;--ink:#e8e6e1;--soft:#a9adb3;--line:#7d828a;--act:#e5a4a0;--on-act:#2a0f0f;--bad:#ff9a9a;--good:#7ed491}}
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        main{width:100%;max-width:24rem;padding:2rem 1.75rem;background:var(--sheet);border:1px solid color-mix(in srgb,var(--line) 45%,transparent);border-top:4px solid var(--act);border-radius:6px}
        h1{margin:0;font-size:1.4rem;line-height:1.25}
        p{margin:.75rem 0}
        .of{margin:.25rem 0 1.5rem;color:var(--soft)}
        label{display:block;margin:1rem 0 .35rem;font-weight:600}
        input{width:100%;min-height:2.75rem;padding:.5rem .65rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:4px}
        .code{font-size:1.35rem;letter-spacing:.12em;font-variant-numeric:tabular-nums}
        .hint{margin:.35rem 0 0;font-size:.875rem;color:var(--soft)}
        button{width:100%;min-height:2.75rem;margin-top:1.5rem;font:inherit;font-weight:600;color:var(--on-act);background:var(--act);border:0;border-radius:4px;cursor:pointer}
        input:focus-visible,button:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid var(--act);outline-offset:2px}
        a{color:var(--act)}
        .bad,.good{margin:0 0 1rem;padding:.6rem .75rem;border:1px solid;border-radius:4px}
        .bad{color:var(--bad)}
        .good{color:var(--good)}
        .note{margin:1.25rem 0 0;font-size:.875rem;color:var(--soft)}
        .also{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:1.25rem 0 0;padding-top:1rem;border-top:1px solid color-mix(in srgb,var(--line) 45%,transparent);font-size:.9375rem}
        .picture{display:block;width:100%;max-width:15rem;margin:0 auto 1rem;border-radius:4px}
        details{margin:0 0 1rem;font-size:.9375rem}
        summary{cursor:pointer;color:var(--soft)}
        .secret,.codes{font-family:ui-monospace,"Cascadia Mono","DejaVu Sans Mono",monospace;font-variant-ligatures:none}
        .secret{margin:.5rem 0 0;overflow-wrap:anywhere}
        .codes{display:grid;justify-items:center;gap:.25rem;margin:1.25rem 0;padding:.9rem 1rem;list-style:none;border:1px solid var(--line);border-radius:4px}
        @media(max-width:26rem){main{padding:1.5rem 1.15rem}}
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>Shows it, to nobody who frames it and for nobody to keep.</summary>
    /// <param name="context">To whom.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="body">What stands in it, encoded.</param>
    /// <param name="status">Of HTTP.</param>
    /// <param name="returnTo">Where the program is sent back to that the form may lead to; null for none.</param>
    public static IResult Show(HttpContext context, string title, string body, int status = StatusCodes.Status200OK, string? returnTo = null)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy(returnTo);
        context.Response.Headers.XFrameOptions = "DENY";
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(Whole(title, body), "text/html; charset=utf-8", statusCode: status);
    }

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    // What a browser may do with a page: show its own style, and send the form here, or on to where the program is sent back to.
    private static string Policy(string? returnTo) =>
        $"default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'{(returnTo is null ? "" : " " + new Uri(returnTo).GetLeftPart(UriPartial.Authority))}";

    private static string Whole(string title, string body) => $"""
        <!doctype html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} · Nền tảng Chính sách xã hội</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>
        """;
}
