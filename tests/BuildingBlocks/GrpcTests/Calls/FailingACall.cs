using Grpc.Core;
using SocialPolicy.GrpcTests.Echoing;

namespace SocialPolicy.GrpcTests.Calls;

public sealed class FailingACall
{
    private const string Details = "grpc-status-details-bin";

    [Fact]
    public async Task Carries_code_detail_and_the_bytes_of_the_details()
    {
        byte[] details = [8, 9, 18, 0];
        await using var server = await EchoServer.Start((_, _) => throw new RpcException(
            new Status(StatusCode.FailedPrecondition, "Kế hoạch chưa được xác nhận"), new Metadata { { Details, details } }));

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client().SayAsync("publish"));

        failure.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        failure.Status.Detail.ShouldBe("Kế hoạch chưa được xác nhận");
        failure.Trailers.GetValueBytes(Details).ShouldBe(details);
    }

    [Fact]
    public async Task Takes_the_status_that_the_service_set()
    {
        await using var server = await EchoServer.Start((_, call) =>
        {
            call.Status = new Status(StatusCode.Aborted, "changed meanwhile");
            return Task.FromResult("");
        });

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client().SayAsync("update"));

        failure.Status.ShouldBe(new Status(StatusCode.Aborted, "changed meanwhile"));
    }

    [Fact]
    public async Task Tells_nothing_of_an_unexpected_exception()
    {
        await using var server = await EchoServer.Start((_, _) => throw new InvalidOperationException("secret"));

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client().SayAsync("?"));

        failure.StatusCode.ShouldBe(StatusCode.Unknown);
        failure.Status.Detail.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Says_unavailable_when_nobody_listens()
    {
        var server = await EchoServer.Start();
        var client = server.Client();
        await server.DisposeAsync();
        var orphan = new EchoClient(global::Grpc.Net.Client.GrpcChannel.ForAddress("http://127.0.0.1:9"));

        var failure = await Should.ThrowAsync<RpcException>(async () => await orphan.SayAsync("?"));

        failure.StatusCode.ShouldBe(StatusCode.Unavailable);
        failure.Status.DebugException.ShouldNotBeNull();
        Should.Throw<ObjectDisposedException>(() => client.Say("?"));
    }
}
