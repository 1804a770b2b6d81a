using Microsoft.Extensions.Options;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.TokenService.Officers.Pages;

namespace SocialPolicy.TokenService.Officers.Visits;

/// <summary>A new password is typed the same twice.</summary>
internal sealed record NewPasswordsAreTypedTwice(bool Same) : IRule
{
    public bool IsBroken => !Same;
    public string Reason => "PASSWORD_TYPED_DIFFERENTLY";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "These are two different passwords.";
}

/// <summary>The new password that a page brings, and what is said of one that cannot be.</summary>
internal sealed class NewPasswords(IOptions<TokenOptions> options)
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["PASSWORD_TYPED_DIFFERENTLY"] = "Hai lần nhập mật khẩu mới không giống nhau.",
        ["PASSWORD_LENGTH"] = $"Mật khẩu mới cần từ {PasswordsAreLong.Shortest} đến {PasswordsAreLong.Longest} ký tự; vài từ có dấu cách cũng được.",
        ["PASSWORD_COMMON"] = "Mật khẩu mới dễ bị đoán, hoặc có tên của bạn. Hãy chọn mật khẩu khác, chẳng hạn vài từ không liên quan với nhau.",
        ["PASSWORD_BREACHED"] = "Mật khẩu mới có trong danh sách mật khẩu đã bị lộ. Hãy chọn mật khẩu khác.",
        ["PASSWORD_UNCHANGED"] = "Mật khẩu mới trùng với mật khẩu hiện tại.",
    };

    private readonly BreachedPasswords breached = new(options.Value.BreachedPasswords);

    /// <exception cref="RuleBroken">It cannot be.</exception>
    public HashedSecret Chosen(Desk desk, Officer officer)
    {
        var chosen = desk[Fields.NewPassword] ?? "";
        Check.Rule(new NewPasswordsAreTypedTwice(chosen == desk[Fields.NewPasswordAgain]));
        return OfficerAccounts.Choose(officer, chosen, breached);
    }

    public static string Said(RuleBroken broken) => Words[broken.First.Reason];
}
