using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using SocialPolicy.GrpcTests.Echoing;

namespace SocialPolicy.GrpcTests.Calls;

public sealed class InterceptingCalls
{
    private readonly ConcurrentQueue<string> seen = new();

    [Fact]
    public async Task Stands_around_every_kind_of_call_on_the_client()
    {
        await using var server = await EchoServer.Start();
        var client = new EchoClient(server.Channel().Intercept(new ClientWitness("outer", seen), new ClientWitness("inner", seen)));

        await CallEveryMethod(client);

        seen.ShouldBe(EveryKind("outer", "inner").Prepend("inner blocking").Prepend("outer blocking"));
    }

    [Fact]
    public async Task Stands_around_every_kind_of_call_on_the_server()
    {
        await using var server = await EchoServer.Start(configure: grpc =>
        {
            grpc.Interceptors.Add<ServerWitness>("outer", seen);
            grpc.Interceptors.Add<ServerWitness>("inner", seen);
        });

        await CallEveryMethod(server.Client());

        seen.ShouldBe(EveryKind("outer", "inner").Prepend("inner unary").Prepend("outer unary"));
    }

    [Fact]
    public async Task Can_change_the_headers_of_every_call()
    {
        await using var server = await EchoServer.Start((_, call) => Task.FromResult(call.RequestHeaders.GetValue("x-added") ?? "nothing"));
        var client = new EchoClient(server.Channel().Intercept(headers =>
        {
            headers.Add("x-added", "something");
            return headers;
        }));

        (await client.SayAsync("?")).ShouldBe("something");
    }

    [Fact]
    public async Task Sees_the_host_that_the_client_names()
    {
        await using var server = await EchoServer.Start();
        var client = new EchoClient(server.Channel().Intercept(new HostWitness(seen)));

        await client.SayAsync("?");
        await client.WithHost("registry.example").SayAsync("?");

        seen.ShouldBe(["none", "registry.example"]);
    }

    [Fact]
    public async Task Changes_nothing_where_nothing_is_overridden()
    {
        await using var server = await EchoServer.Start(configure: grpc => grpc.Interceptors.Add<Bystander>());
        var client = new EchoClient(server.Channel().Intercept(new Bystander()));

        (await client.SayAsync("hello")).ShouldBe("hello");
        await CallEveryMethod(client);
    }

    private static async Task CallEveryMethod(EchoClient client)
    {
        client.Say("hello").ShouldBe("hello");
        (await client.SayAsync("hello")).ShouldBe("hello");

        using var collect = client.Collect();
        await collect.RequestStream.CompleteAsync();
        (await collect).ShouldBe("");

        using var spread = client.Spread("a b");
        (await spread.ResponseStream.ReadAllAsync().CountAsync()).ShouldBe(2);

        using var converse = client.Converse();
        await converse.RequestStream.CompleteAsync();
        (await converse.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    private static IEnumerable<string> EveryKind(params string[] names) =>
        from kind in new[] { "unary", "collect", "spread", "converse" }
        from name in names
        select $"{name} {kind}";

    private sealed class Bystander : Interceptor;

    private sealed class HostWitness(ConcurrentQueue<string> seen) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Enqueue(context.Host ?? "none");
            return continuation(request, context);
        }
    }
}
