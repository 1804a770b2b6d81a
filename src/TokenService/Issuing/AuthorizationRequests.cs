using OpenIddict.Server;
using SocialPolicy.TokenService.Officers;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SocialPolicy.TokenService.Issuing;

/// <summary>Which program sends an officer here, and where it may have him sent back to.</summary>
internal sealed class AuthorizationRequests(Programs programs)
    : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>, IOpenIddictServerHandler<ValidateEndSessionRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId is not { } id || !programs.Has(id))
            context.Reject(Errors.InvalidRequest, "There is no such program.");
        else if (!programs.MayReturn(id, context.RedirectUri))
            context.Reject(Errors.InvalidRequest, "The program has no such address to return to.");
        return default;
    }

    public ValueTask HandleAsync(ValidateEndSessionRequestContext context)
    {
        if (context.PostLogoutRedirectUri is { } uri && (context.ClientId is not { } id || !programs.MayReturn(id, uri)))
            context.Reject(Errors.InvalidRequest, "The program has no such address to return to.");
        return default;
    }
}
