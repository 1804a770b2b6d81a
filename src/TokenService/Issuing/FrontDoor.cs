using Microsoft.AspNetCore.Http.Features;

namespace SocialPolicy.TokenService.Issuing;

/// <summary>What holds for every request before it is read: how large it is, how often it comes, and what browsers make of its answer.</summary>
internal sealed class FrontDoor(RequestDelegate next, RequestLimits limits, KeysInForce keys)
{
    private const int LargestRequest = 8 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = LargestRequest;

        if (context.Request.Path == "/token")
        {
            (headers.CacheControl, headers.Pragma) = ("no-store", "no-cache");
            if (limits.Wait(context.Connection.RemoteIpAddress?.ToString() ?? "") is { } pause)
            {
                (context.Response.StatusCode, headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, Slow.SecondsOf(pause));
                return;
            }
        }

        keys.Follow();
        await Read(context);
    }

    private async Task Read(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["error"] = "invalid_request", ["error_description"] = "The form cannot be read." });
        }
    }
}
