using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Audit;
using SocialPolicy.BuildingBlocks.Service.Limits;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>Lets a call in by the policy above its method. A method without one is for nobody.</summary>
/// <param name="tokens">Who calls.</param>
/// <param name="limits">How often.</param>
/// <param name="certificates">What services show beside their token.</param>
/// <param name="clock">The platform's; only in a service with storage.</param>
/// <param name="audit">Where refused commands are written down; only in a service with storage.</param>
internal sealed class CallersInterceptor(CallerTokens tokens, CallerLimits limits, ServiceCertificates certificates, TimeProvider? clock = null, AuditLog? audit = null) : Interceptor
{
    private static readonly string[] Reading = ["Get", "List", "BatchGet"];

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        await Admit(context);
        return await continuation(request, context);
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await Admit(context);
        return await continuation(requestStream, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await Admit(context);
        await continuation(request, responseStream, context);
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await Admit(context);
        await continuation(requestStream, responseStream, context);
    }

    private async ValueTask Admit(ServerCallContext call)
    {
        var http = call.GetHttpContext();
        var policy = http.GetEndpoint()?.Metadata.GetMetadata<CallPolicyAttribute>();
        if (policy is { NeedsCaller: false })
        {
            limits.Take(http.Connection.RemoteIpAddress);
            return;
        }

        var caller = await Known(call, http);
        limits.Take(caller);
        call.IsFrom(caller);
        if (policy?.Allows(caller) is true && certificates.Vouch(http, caller))
        {
            call.IsUnder(policy);
            return;
        }

        var refusal = new CallersHoldARole(call.Method, Allowed: false);
        await WriteDown(call, caller, refusal);
        Check.Rule(refusal);
    }

    // Nobody is nobody, whatever name stands in a token that does not hold. How many such rows a place can cause, its pace bounds.
    private async ValueTask<Caller> Known(ServerCallContext call, HttpContext http)
    {
        try
        {
            return await Identify(http, call.CancellationToken);
        }
        catch (RuleBroken broken) when (broken.First is CallersAreKnown)
        {
            await WriteDown(call, Caller.Nobody, broken.First);
            throw;
        }
    }

    private async ValueTask WriteDown(ServerCallContext call, Caller caller, IRule refusal)
    {
        if (audit is not null && !IsReading(call.Method))
            await audit.Write(new((clock ?? TimeProvider.System).GetUtcNow(), call.Method, caller, null, null, null, refusal.Reason));
    }

    // A token costs a signature to check: who sends one unheard-of token after another is kept by the place it comes from.
    private ValueTask<Caller> Identify(HttpContext http, CancellationToken cancellation)
    {
        string? authorization = http.Request.Headers.Authorization;
        if (tokens.Recall(authorization) is { } known)
            return ValueTask.FromResult(known);

        limits.Take(http.Connection.RemoteIpAddress);
        return tokens.Read(authorization, cancellation);
    }

    // By the names the contracts give what changes nothing.
    private static bool IsReading(string method)
    {
        var name = method.AsSpan(method.LastIndexOf('/') + 1);
        foreach (var verb in Reading)
        {
            if (name.StartsWith(verb, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
