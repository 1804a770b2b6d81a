using Grpc.Core;
using SocialPolicy.GrpcTests.Echoing;

namespace SocialPolicy.GrpcTests.Calls;

public sealed class SendingMetadata
{
    private static readonly byte[] EveryByte = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

    [Fact]
    public async Task Brings_text_and_bytes_to_the_service()
    {
        Metadata? received = null;
        await using var server = await EchoServer.Start((request, call) =>
        {
            received = call.RequestHeaders;
            return Task.FromResult(request);
        });

        var headers = new Metadata { { "x-unit", "46" }, { "x-digest-bin", EveryByte } };
        await server.Client().SayAsync("hello", new CallOptions(headers));

        received!.GetValue("x-unit").ShouldBe("46");
        received.GetValueBytes("x-digest-bin").ShouldBe(EveryByte);
    }

    [Fact]
    public async Task Brings_headers_before_and_trailers_after_the_response()
    {
        await using var server = await EchoServer.Start(async (request, call) =>
        {
            await call.WriteResponseHeadersAsync(new Metadata { { "x-first-bin", EveryByte } });
            call.ResponseTrailers.Add("x-last", "done");
            call.ResponseTrailers.Add("x-last-bin", EveryByte);
            return request;
        });

        using var call = server.Client().SayAsync("hello");
        await call;

        (await call.ResponseHeadersAsync).GetValueBytes("x-first-bin").ShouldBe(EveryByte);
        call.GetTrailers().GetValue("x-last").ShouldBe("done");
        call.GetTrailers().GetValueBytes("x-last-bin").ShouldBe(EveryByte);
    }

    [Fact]
    public async Task Lets_the_service_see_who_calls_and_what()
    {
        await using var server = await EchoServer.Start((_, call) =>
            Task.FromResult($"{call.Method} {call.Peer[..15]} {call.Deadline == DateTime.MaxValue} {call.AuthContext.IsPeerAuthenticated}"));

        (await server.Client().SayAsync("?")).ShouldBe("/test.Echo/Unary ipv4:127.0.0.1: True False");
    }
}
