using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using SocialPolicy.TokenService.Issuing;
using SocialPolicy.TokenService.Officers.Pages;
using SocialPolicy.TokenService.Officers.Visits;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SocialPolicy.TokenService.Officers;

/// <summary>
/// <c>/authorize</c> and <c>/end-session</c> (OpenID Connect): an officer signs in each time a program asks. Nothing stays in the browser that
/// would sign in by itself, so there is nothing another page could use. The requests were checked before they come here.
/// </summary>
internal sealed partial class SignInEndpoint(Reception reception, Sessions sessions, ILogger<SignInEndpoint> logger)
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public async Task<IResult> Answer(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if (request.HasPromptValue(PromptValues.None))
            return Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.LoginRequired }), [Scheme]);

        var carried = request.GetParameters().Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value ?? "")).ToList();
        var desk = new Desk(context, Errand.SignIn, request.ClientId!, request.RedirectUri, carried);
        var received = await reception.Receive(desk);
        if (received.Page is not null)
            return received.Page;

        var (officer, visit) = (received.Officer!, received.Done!);
        var (id, session) = sessions.Begin(officer, request.ClientId!, visit.Methods);
        SignedIn(officer.Name, request.ClientId!, desk.Address, string.Join(' ', visit.Methods));
        return Results.SignIn(TokenContent.Of(officer, id, session, request.GetScopes()), authenticationScheme: Scheme);
    }

    public async Task<IResult> End(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if ((await context.AuthenticateAsync(Scheme)).Principal?.GetClaim(TokenContent.SessionId) is { } session)
            sessions.End(session);
        return request.PostLogoutRedirectUri is not null
            ? Results.SignOut(authenticationSchemes: [Scheme])
            : Page.Show(context, OfficerPages.SignedOutTitle, OfficerPages.SignedOut());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Officer} signed in with {ClientId} from {Address} by {Methods}")]
    private partial void SignedIn(string officer, string clientId, string address, string methods);
}
