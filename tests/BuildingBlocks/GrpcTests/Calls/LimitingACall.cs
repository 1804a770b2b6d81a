using Grpc.Core;
using Grpc.Net.Client;
using SocialPolicy.GrpcTests.Echoing;

namespace SocialPolicy.GrpcTests.Calls;

public sealed class LimitingACall
{
    [Fact]
    public async Task Ends_at_the_deadline_on_both_sides()
    {
        var given = new TaskCompletionSource<DateTime>(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await EchoServer.Start(async (request, call) =>
        {
            if (request == "connect")
                return request;

            given.SetResult(call.Deadline);
            await UntilCancelled(call.CancellationToken, ended);
            return request;
        });
        var client = server.Client();
        await client.SayAsync("connect");

        var deadline = Patience.In(TimeSpan.FromSeconds(1));
        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await client.SayAsync("wait", new CallOptions(deadline: deadline)));

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await ended.Task.WaitAsync(Patience.Limit);
        (await given.Task).ShouldBe(deadline, tolerance: TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Ends_when_the_caller_gives_up()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await EchoServer.Start(async (request, call) =>
        {
            begun.SetResult();
            await UntilCancelled(call.CancellationToken, ended);
            return request;
        });

        using var caller = new CancellationTokenSource();
        var call = server.Client().SayAsync("wait", new CallOptions(cancellationToken: caller.Token));
        await begun.Task.WaitAsync(Patience.Limit);
        await caller.CancelAsync();

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await ended.Task.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Ends_when_the_caller_disposes_it()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await EchoServer.Start(async (request, call) =>
        {
            begun.SetResult();
            await UntilCancelled(call.CancellationToken, ended);
            return request;
        });

        var call = server.Client().SayAsync("wait");
        await begun.Task.WaitAsync(Patience.Limit);
        call.Dispose();

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await ended.Task.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Refuses_a_request_larger_than_the_server_takes()
    {
        await using var server = await EchoServer.Start(configure: grpc => grpc.MaxReceiveMessageSize = 1000);

        (await server.Client().SayAsync(new string('a', 1000))).Length.ShouldBe(1000);
        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client().SayAsync(new string('a', 1001)));

        failure.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Refuses_a_response_larger_than_the_client_takes()
    {
        await using var server = await EchoServer.Start();
        var client = server.Client(new GrpcChannelOptions { MaxReceiveMessageSize = 1000 });

        var failure = await Should.ThrowAsync<RpcException>(async () => await client.SayAsync(new string('a', 1001)));

        failure.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    private static async Task UntilCancelled(CancellationToken token, TaskCompletionSource ended)
    {
        try
        {
            await Task.Delay(Patience.Limit, token);
        }
        catch (OperationCanceledException)
        {
            ended.SetResult();
            throw;
        }
    }
}
