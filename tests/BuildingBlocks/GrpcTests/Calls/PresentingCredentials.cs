using Grpc.Core;
using Grpc.Net.Client;
using SocialPolicy.GrpcTests.Echoing;

namespace SocialPolicy.GrpcTests.Calls;

public sealed class PresentingCredentials
{
    private static readonly GrpcChannelOptions Plaintext = new() { UnsafeUseInsecureChannelCallCredentials = true };

    [Fact]
    public async Task Adds_their_headers_to_the_call()
    {
        await using var server = await EchoServer.Start(Authorization);
        var credentials = CallCredentials.FromInterceptor((call, headers) =>
        {
            headers.Add("authorization", $"Bearer for {new Uri(call.ServiceUrl).AbsolutePath} {call.MethodName}");
            return Task.CompletedTask;
        });

        var answer = await server.Client(Plaintext).SayAsync("?", new CallOptions(credentials: credentials));

        answer.ShouldBe("Bearer for /test.Echo Unary");
    }

    [Fact]
    public async Task Applies_several_in_order()
    {
        await using var server = await EchoServer.Start(Authorization);

        var answer = await server.Client(Plaintext).SayAsync(
            "?", new CallOptions(credentials: CallCredentials.Compose(Adding("first"), Adding("second"))));

        answer.ShouldBe("first, second");
    }

    [Fact]
    public async Task Fails_the_call_when_they_cannot_be_had()
    {
        await using var server = await EchoServer.Start(Authorization);
        var credentials = CallCredentials.FromInterceptor((_, _) => throw new InvalidOperationException("no token"));

        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await server.Client(Plaintext).SayAsync("?", new CallOptions(credentials: credentials)));

        failure.StatusCode.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task Is_left_out_on_an_unencrypted_channel_unless_that_is_allowed()
    {
        await using var server = await EchoServer.Start(Authorization);

        (await server.Client().SayAsync("?", new CallOptions(credentials: Adding("secret")))).ShouldBe("");
    }

    [Fact]
    public void Wants_encryption_for_a_whole_channel()
    {
        Should.Throw<ArgumentException>(() => ChannelCredentials.Create(ChannelCredentials.Insecure, Adding("secret")));
        ChannelCredentials.Create(ChannelCredentials.SecureSsl, Adding("secret")).ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => CallCredentials.Compose(Adding("one")));
    }

    private static Task<string> Authorization(string request, ServerCallContext call) =>
        Task.FromResult(string.Join(", ", call.RequestHeaders.GetAll("authorization").Select(entry => entry.Value)));

    private static CallCredentials Adding(string value) => CallCredentials.FromInterceptor((_, headers) =>
    {
        headers.Add("authorization", value);
        return Task.CompletedTask;
    });
}
