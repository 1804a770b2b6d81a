using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using SocialPolicy.Accounts.Clients;
using SocialPolicy.TokenService.Clients;
using SocialPolicy.TokenService.Officers;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SocialPolicy.TokenService.Issuing;

/// <summary>
/// <c>POST /token</c>: client credentials (RFC 6749, section 4.4), the code of an officer's sign-in, or a refresh token, for an access token
/// (RFC 9068). That the request is well formed, that a code was made for this client, this address and this proof key, was checked before.
/// </summary>
internal sealed partial class TokenRequests(ClientRegister clients, Programs programs, Sessions sessions, RequestLimits limits, ILogger<TokenRequests> logger)
    : IOpenIddictServerHandler<ValidateTokenRequestContext>, IOpenIddictServerHandler<HandleTokenRequestContext>
{
    private const string ClientProperty = "client";

    public ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        var address = context.Transaction.GetHttpRequest()!.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        if (context.ClientId is not { Length: > 0 } id)
            context.Reject(Errors.InvalidClient, "The client is unknown or its secret is wrong.");
        else if (limits.Wait(id, address) is { } pause)
            Slow.Down(context, pause);
        else if (!IsRight(context, id))
            Refuse(context, address);
        return default;
    }

    public ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (context.Transaction.GetProperty<Client>(ClientProperty) is { } client)
        {
            Issued(client.ClientId);
            context.SignIn(TokenContent.Of(client));
        }
        else
        {
            GoOn(context);
        }

        return default;
    }

    private bool IsRight(ValidateTokenRequestContext context, string id)
    {
        if (!context.Request.IsClientCredentialsGrantType())
            return programs.Has(id) && context.ClientSecret is null;

        var client = context.ClientSecret is { } secret ? clients.Find(id, secret) : null;
        context.Transaction.SetProperty(ClientProperty, client);
        return client is not null;
    }

    private void GoOn(HandleTokenRequestContext context)
    {
        var shown = context.AuthorizationCodePrincipal ?? context.RefreshTokenPrincipal!;
        var id = shown.GetClaim(TokenContent.SessionId)!;
        if (sessions.Continue(id, shown.GetClaim(TokenContent.Turn)!, context.Request.ClientId!) is not var (session, officer))
        {
            SessionRefused(context.Request.ClientId!);
            context.Reject(Errors.InvalidGrant, "The sign-in has ended, or this was used before.");
            return;
        }

        Continued(officer.Name, session.Client);
        context.SignIn(TokenContent.Of(officer, id, session, shown.GetScopes()).SetRefreshTokenLifetime(session.Ends - context.Options.TimeProvider!.GetUtcNow()));
    }

    private void Refuse(ValidateTokenRequestContext context, string address)
    {
        Refused(address);
        context.Reject(Errors.InvalidClient, "The client is unknown or its secret is wrong.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Issued a token to {ClientId}")]
    private partial void Issued(string clientId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Issued a token to {Officer} with {ClientId}")]
    private partial void Continued(string officer, string clientId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a code or refresh token of {ClientId}: its session has ended, or it was used before and the session ends")]
    private partial void SessionRefused(string clientId);

    // The name a stranger gives is not logged: it may be a secret in the wrong field.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a client from {Address}")]
    private partial void Refused(string address);
}
