using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using SocialPolicy.TokenService.Issuing;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SocialPolicy.TokenService.Officers;

/// <summary>
/// <c>/authorize</c> and <c>/end-session</c> (OpenID Connect): an officer signs in each time a program asks. Nothing stays in the browser that
/// would sign in by itself, so there is nothing another page could use. The requests were checked before they come here.
/// </summary>
internal sealed partial class SignInEndpoint(
    OfficerRegister officers, Sessions sessions, SignInLimits limits, IAntiforgery antiforgery, ILogger<SignInEndpoint> logger)
{
    // The same for a name nobody has and for a wrong password.
    private const string Wrong = "Tên hoặc mật khẩu không đúng.";
    private const string Expired = "Trang đã để quá lâu. Hãy nhập lại.";
    private const int LongestName = 64;

    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public async Task<IResult> Answer(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if (request.HasPromptValue(PromptValues.None))
            return Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.LoginRequired }), [Scheme]);
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Form.ContainsKey(SignInPage.PasswordField))
            return Show(context, request, "", null, StatusCodes.Status200OK);

        var (name, password) = (context.Request.Form[SignInPage.NameField].ToString().Trim().ToLowerInvariant(), context.Request.Form[SignInPage.PasswordField].ToString());
        if (!await antiforgery.IsRequestValidAsync(context))
            return Show(context, request, name, Expired, StatusCodes.Status400BadRequest);

        return SignIn(context, request, name, password);
    }

    public async Task<IResult> End(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if ((await context.AuthenticateAsync(Scheme)).Principal?.GetClaim(TokenContent.SessionId) is { } session)
            sessions.End(session);
        return request.PostLogoutRedirectUri is not null ? Results.SignOut(authenticationSchemes: [Scheme]) : Html(context, SignInPage.SignedOut(), null, StatusCodes.Status200OK);
    }

    private IResult SignIn(HttpContext context, OpenIddictRequest request, string name, string password)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (limits.Wait(name, address) is { } pause)
        {
            TooMany(address);
            context.Response.Headers.RetryAfter = Slow.SecondsOf(pause);
            return Show(context, request, name, $"Đã thử quá nhiều lần. Hãy thử lại sau {Math.Ceiling(pause.TotalMinutes):0} phút.", StatusCodes.Status429TooManyRequests);
        }

        if (name.Length > LongestName || officers.Find(name, password) is not { } officer)
        {
            Refused(address);
            return Show(context, request, name.Length > LongestName ? "" : name, Wrong, StatusCodes.Status400BadRequest);
        }

        var (id, session) = sessions.Begin(officer, request.ClientId!);
        SignedIn(officer.Name, request.ClientId!, address);
        return Results.SignIn(TokenContent.Of(officer, id, session, request.GetScopes()), authenticationScheme: Scheme);
    }

    private IResult Show(HttpContext context, OpenIddictRequest request, string name, string? problem, int status)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        var hidden = request.GetParameters().Where(parameter => parameter.Key is not (SignInPage.NameField or SignInPage.PasswordField) && parameter.Key != tokens.FormFieldName)
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value ?? ""))
            .Append(KeyValuePair.Create(tokens.FormFieldName, tokens.RequestToken!));
        return Html(context, SignInPage.SignIn(request.ClientId!, hidden, name, problem), request.RedirectUri, status);
    }

    private static IResult Html(HttpContext context, string page, string? returnTo, int status)
    {
        context.Response.Headers.ContentSecurityPolicy = SignInPage.Policy(returnTo);
        context.Response.Headers.XFrameOptions = "DENY";
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(page, "text/html; charset=utf-8", statusCode: status);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Officer} signed in with {ClientId} from {Address}")]
    private partial void SignedIn(string officer, string clientId, string address);

    // The name that was typed is not logged: it may be a password in the wrong field.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused an officer from {Address}")]
    private partial void Refused(string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Too many tries to sign in, the last from {Address}")]
    private partial void TooMany(string address);
}
