using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace SocialPolicy.TokenService.Officers;

/// <summary>The page officers sign in on: plain HTML that needs no script and nothing from elsewhere.</summary>
internal static class SignInPage
{
    public const string NameField = "username";
    public const string PasswordField = "password";

    // Dark and light as the reader's system has it; text and borders hold 4.5 to 1 and 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
    private const string Style = """
        :root{color-scheme:light dark;--paper:#f4f1ea;--sheet:#fffdf9;--ink:#1f2328;--soft:#57606a;--line:#8a8478;--act:#8f1d1d;--on-act:#fff;--bad:#a40e26}
        @media(prefers-color-scheme:dark){:root{--paper:#16181c;--sheet:#1f2227;--ink:#e8e6e1;--soft:#a9adb3;--line:#7d828a;--act:#e5a4a0;--on-act:#2a0f0f;--bad:#ff9a9a}}
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        main{width:100%;max-width:24rem;padding:2rem 1.75rem;background:var(--sheet);border:1px solid color-mix(in srgb,var(--line) 45%,transparent);border-top:4px solid var(--act);border-radius:6px}
        h1{margin:0;font-size:1.4rem;line-height:1.25}
        .of{margin:.25rem 0 1.5rem;color:var(--soft)}
        label{display:block;margin:1rem 0 .35rem;font-weight:600}
        input{width:100%;min-height:2.75rem;padding:.5rem .65rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:4px}
        button{width:100%;min-height:2.75rem;margin-top:1.5rem;font:inherit;font-weight:600;color:var(--on-act);background:var(--act);border:0;border-radius:4px;cursor:pointer}
        input:focus-visible,button:focus-visible{outline:3px solid var(--act);outline-offset:2px}
        .bad{margin:0 0 1rem;padding:.6rem .75rem;color:var(--bad);border:1px solid var(--bad);border-radius:4px}
        .note{margin:1.25rem 0 0;font-size:.875rem;color:var(--soft)}
        """;

    /// <summary>What a browser may do with the page: show its own style, and send the form here, or on to where the program is sent back to.</summary>
    public static string Policy(string? returnTo) =>
        $"default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'{(returnTo is null ? "" : " " + new Uri(returnTo).GetLeftPart(UriPartial.Authority))}";

    public static string SignIn(string program, IEnumerable<KeyValuePair<string, string>> hidden, string name, string? problem)
    {
        var fields = string.Concat(hidden.Select(field => $"<input type=\"hidden\" name=\"{Encode(field.Key)}\" value=\"{Encode(field.Value)}\">\n"));
        var bad = problem is null ? "" : $"""<p class="bad" role="alert" id="problem">{Encode(problem)}</p>""";
        var described = problem is null ? "" : " aria-describedby=\"problem\" aria-invalid=\"true\"";
        return Whole("Đăng nhập", $"""
            <h1>Đăng nhập</h1>
            <p class="of">Nền tảng Chính sách xã hội, cho chương trình <strong>{Encode(program)}</strong></p>
            {bad}
            <form method="post" action="authorize" autocomplete="on">
            {fields}<label for="name">Tên cán bộ</label>
            <input id="name" name="{NameField}" value="{Encode(name)}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required{(name.Length == 0 ? " autofocus" : "")}{described}>
            <label for="password">Mật khẩu</label>
            <input id="password" name="{PasswordField}" type="password" autocomplete="current-password" maxlength="256" required{(name.Length == 0 ? "" : " autofocus")}{described}>
            <button type="submit">Đăng nhập</button>
            </form>
            <p class="note">Quên mật khẩu? Người quản trị hệ thống của đơn vị cấp lại.</p>
            """);
    }

    public static string SignedOut() => Whole("Đã đăng xuất", """
        <h1>Đã đăng xuất</h1>
        <p class="note">Phiên làm việc đã kết thúc. Có thể đóng trang này.</p>
        """);

    private static string StyleHash { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

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

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
