using Grpc.Core;
using SocialPolicy.GrpcTests.Echoing;

namespace SocialPolicy.GrpcTests.Calls;

public sealed class CallingAMethod
{
    [Fact]
    public async Task Answers_one_request_with_one_response()
    {
        await using var server = await EchoServer.Start();

        using var call = server.Client().SayAsync("kế hoạch");

        (await call).ShouldBe("kế hoạch");
        call.GetStatus().ShouldBe(Status.DefaultSuccess);
        server.Client().Say("again").ShouldBe("again");
    }

    [Fact]
    public async Task Answers_a_stream_of_requests_with_one_response()
    {
        await using var server = await EchoServer.Start();

        using var call = server.Client().Collect();
        foreach (var word in new[] { "one", "by", "one" })
            await call.RequestStream.WriteAsync(word);
        await call.RequestStream.CompleteAsync();

        (await call).ShouldBe("one by one");
    }

    [Fact]
    public async Task Answers_one_request_with_a_stream_of_responses()
    {
        await using var server = await EchoServer.Start();

        using var call = server.Client().Spread("word for word");
        var words = await call.ResponseStream.ReadAllAsync().ToListAsync();

        words.ShouldBe(["word", "for", "word"]);
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task Answers_every_request_of_a_conversation_before_the_next_is_sent()
    {
        await using var server = await EchoServer.Start();

        using var call = server.Client().Converse();
        for (var turn = 0; turn < 5; turn++)
        {
            await call.RequestStream.WriteAsync($"turn {turn}");
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.ShouldBe($"turn {turn}");
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    [Fact]
    public async Task Is_unimplemented_for_a_method_the_service_lacks()
    {
        await using var server = await EchoServer.Start();

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client().CallAbsentAsync());

        failure.StatusCode.ShouldBe(StatusCode.Unimplemented);
    }

    [Fact]
    public void Cannot_be_done_by_a_client_without_a_channel() =>
        Should.Throw<NotSupportedException>(() => new EchoClient().Say("?"));
}
