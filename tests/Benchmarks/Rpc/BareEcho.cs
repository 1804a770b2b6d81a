using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SocialPolicy.Benchmarks.Rpc;

/// <summary>What gRPC leaves of plain HTTP/2, with nothing around it: the engines on the contracts of this repository.</summary>
internal sealed class BareEcho : ServedWorkload
{
    public override string Name => "bare-echo";

    // Measured 0.6: the rest is framing and trailers. A copy or a closure per call in the contracts would show as less.
    public override double? Goal => 0.45;

    public override WebApplication Build(WebApplicationBuilder builder, Side side)
    {
        builder.Services.AddGrpc();
        var app = builder.Build();
        if (side == Side.Limit)
            app.MapPost("/echo", async http => await http.Request.Body.CopyToAsync(http.Response.Body, http.RequestAborted));
        else
            app.MapGrpcService<EchoService>();
        return app;
    }

    protected override ICaller Connect(Uri address, Side side) => side == Side.Limit
        ? new HttpEchoCaller(address)
        : new GrpcEchoCaller(GrpcChannel.ForAddress(address));
}
