using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace SocialPolicy.BuildingBlocks.Service.Api;

/// <summary>
/// Gives every call that is to be answered once a deadline before the gRPC engine reads it, so that the engine's own deadline does the rest:
/// cancellation, the answer DEADLINE_EXCEEDED, <see cref="ServerCallContext.Deadline"/> for calls further on.
/// A client that streams has the longest one; streams of answers live as long as their client wants.
/// </summary>
internal sealed class Deadlines(IOptions<ApiOptions> options)
{
    private const string Header = "grpc-timeout";
    private readonly string usual = Write(options.Value.DefaultDeadline);
    private readonly string longest = Write(options.Value.LongestDeadline);

    public Task Bound(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is { Method.Type: MethodType.Unary or MethodType.ClientStreaming } rpc)
        {
            var headers = context.Request.Headers;
            if (Read(headers[Header]) is not { } asked)
                headers[Header] = rpc.Method.Type is MethodType.Unary ? usual : longest;
            else if (asked > options.Value.LongestDeadline)
                headers[Header] = longest;
        }

        return next(context);
    }

    /// <summary>At most eight digits and a unit; null for anything else.</summary>
    internal static TimeSpan? Read(string? value)
    {
        if (value is not { Length: >= 2 and <= 9 } || !int.TryParse(value.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return null;

        return value[^1] switch
        {
            'n' => TimeSpan.FromTicks(count / TimeSpan.NanosecondsPerTick),
            'u' => TimeSpan.FromTicks(count * TimeSpan.TicksPerMicrosecond),
            'm' => TimeSpan.FromMilliseconds(count),
            'S' => TimeSpan.FromSeconds(count),
            'M' => TimeSpan.FromMinutes(count),
            'H' => TimeSpan.FromHours(count),
            _ => null,
        };
    }

    internal static string Write(TimeSpan deadline) => $"{(long)deadline.TotalMilliseconds}m";
}
