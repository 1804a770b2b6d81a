using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace SocialPolicy.ServiceDefaults.Telemetry;

/// <summary>
/// Gives the span of a request the name that the semantic conventions ask for: <c>GET /token</c>, or for gRPC
/// <c>package.Service/Method</c> with the status code of the call, of which those that are the server's fault mark an error.
/// </summary>
internal static class ServerSpan
{
    public static void Finish(HttpContext context)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
            return;

        if (span.GetTagItem("grpc.method") is string method)
            NameCall(span, method.TrimStart('/'));
        else if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
            span.DisplayName = $"{context.Request.Method} {route}";
    }

    private static void NameCall(Activity span, string method)
    {
        span.DisplayName = method;
        span.SetTag("rpc.system", "grpc");
        var code = Convert.ToString(span.GetTagItem("grpc.status_code"), CultureInfo.InvariantCulture);
        if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            return;

        span.SetTag("rpc.grpc.status_code", status);
        if (IsTheServersFault(status))
            span.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS.</summary>
    private static bool IsTheServersFault(int status) => status is 2 or 4 or 12 or 13 or 14 or 15;
}
