using Microsoft.AspNetCore.Antiforgery;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.TokenService.Officers.Pages;
using SocialPolicy.TokenService.Officers.SecondFactors;

namespace SocialPolicy.TokenService.Officers.Visits;

/// <summary>What became of a request: a page to show, or a visit with nothing left to ask.</summary>
internal sealed record Received(IResult? Page, Officer? Officer = null, Visit? Done = null);

/// <summary>
/// Where an officer types the password, whatever for. Each page is answered by the next: the password, what there is to show besides, a new
/// password, an authenticator. Nothing is kept in the browser but the number of the visit, which is good for one page.
/// </summary>
internal sealed partial class Reception(
    OfficerRegister officers, SecondFactorRegister factors, OpenVisits visits, VisitSteps steps, NewPasswords newPasswords, SignInLimits limits, IAntiforgery antiforgery,
    TimeProvider clock, ILogger<Reception> logger)
{
    // The same for a name nobody has, for a wrong password and for an account that is disabled.
    private const string Wrong = "Tên hoặc mật khẩu không đúng.";
    private const string Expired = "Trang đã để quá lâu. Hãy nhập lại.";
    private const int LongestName = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<Received> Receive(Desk desk)
    {
        if (desk[Fields.Password] is null && desk[Fields.Visit] is null)
            return First(desk, "", null);
        if (!await antiforgery.IsRequestValidAsync(desk.Context))
            return First(desk, NameOf(desk), Expired, StatusCodes.Status400BadRequest);
        if (desk[Fields.Visit] is not { } number)
            return Begin(desk, NameOf(desk), desk[Fields.Password]!);

        // Another password, or a disabled account, ends a visit too.
        var gone = visits.Take(number, desk.Errand) is { } visit && officers.Find(visit.Officer) is { } officer && officer.PasswordMark == visit.PasswordMark
            ? steps.GoOn(desk, visit, officer)
            : null;
        return gone ?? First(desk, "", Expired, StatusCodes.Status400BadRequest);
    }

    private Received Begin(Desk desk, string name, string password)
    {
        if (limits.Wait(name, desk.Address) is { } pause)
        {
            TooMany(desk.Address);
            return First(desk, name, desk.TooOften(pause), StatusCodes.Status429TooManyRequests);
        }

        if (name.Length > LongestName || officers.Find(name, password) is not { } officer)
        {
            Refused(desk.Address);
            return First(desk, name.Length > LongestName ? "" : name, Wrong, StatusCodes.Status400BadRequest);
        }

        var visit = new Visit(desk.Errand, officer.Name, officer.PasswordMark, clock.GetUtcNow() + Patience);
        try
        {
            var chosen = desk.Errand is Errand.Password ? newPasswords.Chosen(desk, officer) : null;
            return steps.Ask(desk, visit with { Chosen = chosen }, officer) ?? First(desk, name, Expired, StatusCodes.Status400BadRequest);
        }
        catch (RuleBroken broken)
        {
            return First(desk, name, NewPasswords.Said(broken), StatusCodes.Status400BadRequest);
        }
    }

    private Received First(Desk desk, string name, string? problem, int status = StatusCodes.Status200OK)
    {
        var form = desk.Form(antiforgery, problem);
        return new(desk.Errand switch
        {
            Errand.Password => desk.Show(OfficerPages.PasswordTitle, OfficerPages.Password(form, name), status),
            Errand.SecondFactor => desk.Show(OfficerPages.SecondFactorTitle, OfficerPages.SecondFactor(form, name), status),
            _ => desk.Show(OfficerPages.SignInTitle, OfficerPages.SignIn(form, desk.Program, name, factors.IsOffered), status),
        });
    }

    private static string NameOf(Desk desk) => (desk[Fields.Name] ?? "").Trim().ToLowerInvariant();

    // The name that was typed is not logged: it may be a password in the wrong field.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused an officer from {Address}")]
    private partial void Refused(string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Too many tries to sign in, the last from {Address}")]
    private partial void TooMany(string address);
}
