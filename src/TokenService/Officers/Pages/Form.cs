using static SocialPolicy.TokenService.Officers.Pages.Page;

namespace SocialPolicy.TokenService.Officers.Pages;

/// <summary>A form of an officer's page.</summary>
/// <param name="Action">Where it is sent, beside this page.</param>
/// <param name="Carried">What it brings along unseen.</param>
/// <param name="Problem">What was wrong with what was sent before; null for nothing.</param>
internal sealed record Form(string Action, IEnumerable<KeyValuePair<string, string>> Carried, string? Problem)
{
    /// <summary>What stands in a field when there was a problem: the page says which.</summary>
    public string Described => Problem is null ? "" : " aria-describedby=\"problem\" aria-invalid=\"true\"";

    /// <summary>The problem, and the form around its fields.</summary>
    public string Around(string fields, string button) => $"""
        {(Problem is null ? "" : $"""<p class="bad" role="alert" id="problem">{Encode(Problem)}</p>""")}
        <form method="post" action="{Action}" autocomplete="on">
        {string.Concat(Carried.Select(field => $"<input type=\"hidden\" name=\"{Encode(field.Key)}\" value=\"{Encode(field.Value)}\">\n"))}{fields}
        <button type="submit">{button}</button>
        </form>
        """;

    public string Name(string name) => $"""
        <label for="name">Tên cán bộ</label>
        <input id="name" name="{Fields.Name}" value="{Encode(name)}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required{(name.Length == 0 ? " autofocus" : "")}{Described}>
        """;

    public string Password(string label, bool focus) => $"""
        <label for="password">{label}</label>
        <input id="password" name="{Fields.Password}" type="password" autocomplete="current-password" maxlength="256" required{(focus ? " autofocus" : "")}{Described}>
        """;

    /// <summary>The new password, twice.</summary>
    public string NewPassword(bool focus) => $"""
        <label for="new">Mật khẩu mới</label>
        <input id="new" name="{Fields.NewPassword}" type="password" autocomplete="new-password" minlength="12" maxlength="256" aria-describedby="rules" required{(focus ? " autofocus" : "")}>
        <p class="hint" id="rules">Từ 12 ký tự, ký tự nào cũng được: vài từ có dấu cách là tốt nhất. Không dùng tên của mình.</p>
        <label for="again">Nhập lại mật khẩu mới</label>
        <input id="again" name="{Fields.NewPasswordAgain}" type="password" autocomplete="new-password" maxlength="256" required>
        """;

    public string Code(string label, string hint, string mode, int longest) => $"""
        <label for="code">{label}</label>
        <input class="code" id="code" name="{Fields.Code}" inputmode="{mode}" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="{longest}" required autofocus{Described}>
        <p class="hint">{hint}</p>
        """;
}

/// <summary>What the fields are called.</summary>
internal static class Fields
{
    public const string Name = "username";
    public const string Password = "password";
    public const string NewPassword = "new_password";
    public const string NewPasswordAgain = "new_password_again";
    public const string Code = "one_time_code";
    public const string Visit = "visit";

    /// <summary>Those of ours: what else came belongs to a program's request.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal) { Name, Password, NewPassword, NewPasswordAgain, Code, Visit };
}
