using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using SocialPolicy.GrpcTests.Echoing;

namespace SocialPolicy.GrpcTests.Calls;

public sealed class RetryingACall
{
    private int attempts;

    [Fact]
    public async Task Succeeds_once_the_service_is_back()
    {
        await using var server = await EchoServer.Start((_, call) => ++attempts < 3
            ? throw new RpcException(new Status(StatusCode.Unavailable, "starting"))
            : Task.FromResult($"earlier attempts: {call.RequestHeaders.GetValue("grpc-previous-rpc-attempts")}"));

        var answer = await server.Client(WithRetries(max: 4)).SayAsync("?");

        answer.ShouldBe("earlier attempts: 2");
        attempts.ShouldBe(3);
    }

    [Fact]
    public async Task Ends_after_the_last_attempt()
    {
        await using var server = await EchoServer.Start((_, _) =>
        {
            attempts++;
            throw new RpcException(new Status(StatusCode.Unavailable, "down"));
        });

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client(WithRetries(max: 2)).SayAsync("?"));

        failure.StatusCode.ShouldBe(StatusCode.Unavailable);
        attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Is_not_done_for_another_status()
    {
        await using var server = await EchoServer.Start((_, _) =>
        {
            attempts++;
            throw new RpcException(new Status(StatusCode.NotFound, "no such plan"));
        });

        await Should.ThrowAsync<RpcException>(async () => await server.Client(WithRetries(max: 4)).SayAsync("?"));

        attempts.ShouldBe(1);
    }

    private static GrpcChannelOptions WithRetries(int max) => new()
    {
        ServiceConfig = new ServiceConfig
        {
            MethodConfigs =
            {
                new MethodConfig
                {
                    Names = { MethodName.Default },
                    RetryPolicy = new RetryPolicy
                    {
                        MaxAttempts = max,
                        InitialBackoff = TimeSpan.FromMilliseconds(5),
                        MaxBackoff = TimeSpan.FromMilliseconds(20),
                        BackoffMultiplier = 2,
                        RetryableStatusCodes = { StatusCode.Unavailable },
                    },
                },
            },
        },
    };
}
