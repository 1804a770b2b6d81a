using Microsoft.AspNetCore.Antiforgery;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.TokenService.Officers.Pages;
using SocialPolicy.TokenService.Officers.SecondFactors;

namespace SocialPolicy.TokenService.Officers.Visits;

/// <summary>What is asked of an officer after the password, and what is made of the answers.</summary>
internal sealed partial class VisitSteps(
    PrivateFolder folder, SecondFactorRegister factors, OpenVisits visits, SignInLimits limits, NewPasswords newPasswords, IAntiforgery antiforgery, TimeProvider clock,
    ILogger<VisitSteps> logger)
{
    private const string WrongCode = "Mã không đúng hoặc đã được dùng. Hãy chờ mã kế tiếp.";
    private const string Replaces = "Điện thoại mới thay cho điện thoại trước; các mã khôi phục cũ hết hiệu lực.";
    private const string Wanted = "Khi đăng nhập, ngoài mật khẩu còn cần mã của ứng dụng này.";
    private const string Needed = "Tài khoản của bạn cần ứng dụng xác thực trên điện thoại, ngoài mật khẩu.";

    /// <summary>Asks the next thing; null when the officer has to begin anew, because another password was set meanwhile.</summary>
    public Received? Ask(Desk desk, Visit visit, Officer officer)
    {
        var next = visit.Next(officer, factors.Has(officer), factors.Needs(officer));
        if (next is Step.Password && visit.Chosen is { } chosen)
            return Renew(desk, visit, officer, chosen);
        return next is Step.None
            ? new(null, officer, visit)
            : Show(desk, next is Step.Authenticator ? visit with { Step = next, Secret = Authenticator.FreshSecret() } : visit with { Step = next }, officer, null);
    }

    /// <summary>Takes the answer to what was asked last; null as with <see cref="Ask"/>.</summary>
    public Received? GoOn(Desk desk, Visit visit, Officer officer) => visit.Step switch
    {
        Step.Code => TakeCode(desk, visit, officer),
        Step.Password => TakePassword(desk, visit, officer),
        Step.Authenticator => TakeAuthenticator(desk, visit, officer),
        _ => Ask(desk, visit, officer),
    };

    private Received? TakeCode(Desk desk, Visit visit, Officer officer)
    {
        if (limits.Wait(officer.Name, desk.Address) is { } pause)
            return Show(desk, visit, officer, desk.TooOften(pause), StatusCodes.Status429TooManyRequests);
        if (factors.Try(officer, Typed(desk)) is { } proof)
            return Ask(desk, visit with { Proof = proof }, officer);

        CodeRefused(officer.Name, desk.Address);
        return Show(desk, visit, officer, WrongCode, StatusCodes.Status400BadRequest);
    }

    private Received? TakePassword(Desk desk, Visit visit, Officer officer)
    {
        try
        {
            return Renew(desk, visit, officer, newPasswords.Chosen(desk, officer));
        }
        catch (RuleBroken broken)
        {
            return Show(desk, visit, officer, NewPasswords.Said(broken), StatusCodes.Status400BadRequest);
        }
    }

    private Received? TakeAuthenticator(Desk desk, Visit visit, Officer officer)
    {
        // One that was set meanwhile is not replaced by who has not shown it.
        if (visit.Proof is null && factors.Has(officer))
            return Ask(desk, visit, officer);
        if (factors.Set(officer, visit.Secret!, Typed(desk)) is not { } codes)
            return Show(desk, visit, officer, WrongCode, StatusCodes.Status400BadRequest);

        SecondFactorSet(officer.Name, desk.Address);
        var form = Keep(desk, visit with { Step = Step.RecoveryCodes, Secret = null, HasSet = true, Proof = Proof.Authenticator }, null);
        return new(desk.Show(OfficerPages.RecoveryTitle, OfficerPages.RecoveryCodes(form, codes)));
    }

    private Received? Renew(Desk desk, Visit visit, Officer officer, HashedSecret chosen)
    {
        if (new OfficerAccounts(folder, new AccountsLog(folder, clock, $"officer:{officer.Name}")).Renew(officer, chosen) is not { } renewed)
            return null;

        PasswordChanged(officer.Name, desk.Address);
        return Ask(desk, visit with { Chosen = null, HasChanged = true, PasswordMark = renewed.PasswordMark }, renewed);
    }

    private Received Show(Desk desk, Visit visit, Officer officer, string? problem, int status = StatusCodes.Status200OK)
    {
        var form = Keep(desk, visit, problem);
        return new(visit.Step switch
        {
            Step.Code => desk.Show(OfficerPages.SecondFactorTitle, OfficerPages.Code(form), status),
            Step.Password => desk.Show(OfficerPages.PasswordTitle, OfficerPages.NewPassword(form), status),
            _ => desk.Show(OfficerPages.SecondFactorTitle, OfficerPages.Authenticator(form, officer.Name, visit.Secret!, Why(visit)), status),
        });
    }

    private static string Why(Visit visit) => visit switch
    {
        { Proof: not null } => Replaces,
        { Errand: Errand.SecondFactor } => Wanted,
        _ => Needed,
    };

    private Form Keep(Desk desk, Visit visit, string? problem) => desk.Form(antiforgery, problem, visits.Keep(visit));

    private static string Typed(Desk desk) => string.Concat((desk[Fields.Code] ?? "").Where(letter => !char.IsWhiteSpace(letter)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a code of {Officer} from {Address}; the password was right")]
    private partial void CodeRefused(string officer, string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Officer} took another password from {Address}")]
    private partial void PasswordChanged(string officer, string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Officer} set a second factor from {Address}")]
    private partial void SecondFactorSet(string officer, string address);
}
