using Grpc.Core;

namespace SocialPolicy.GrpcTests.Echoing;

/// <summary>Echoes, unless a test has given the unary method something else to do.</summary>
internal sealed class EchoService : EchoBase
{
    public Func<string, ServerCallContext, Task<string>> Answer { get; init; } = (request, _) => Task.FromResult(request);

    public override Task<string> Unary(string request, ServerCallContext call) => Answer(request, call);

    public override async Task<string> Collect(IAsyncStreamReader<string> requests, ServerCallContext call)
    {
        var all = new List<string>();
        await foreach (var request in requests.ReadAllAsync(call.CancellationToken))
            all.Add(request);
        return string.Join(' ', all);
    }

    public override async Task Spread(string request, IServerStreamWriter<string> responses, ServerCallContext call)
    {
        foreach (var word in request.Split(' '))
            await responses.WriteAsync(word, call.CancellationToken);
    }

    public override async Task Converse(
        IAsyncStreamReader<string> requests, IServerStreamWriter<string> responses, ServerCallContext call)
    {
        while (await requests.MoveNext(call.CancellationToken))
            await responses.WriteAsync(requests.Current);
    }
}
