using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.Harness;

/// <summary>A call as a service sees it, for tests below gRPC.</summary>
public sealed class TestCall : ServerCallContext
{
    private readonly string method;
    private readonly CancellationToken cancellation;

    public TestCall(string method = "/socialpolicy.tests.v1.TestService/Act", string subject = "officer-1", CancellationToken cancellation = default)
    {
        this.method = method;
        this.cancellation = cancellation;
        this.IsFrom(new Caller(subject, "tests", null, new HashSet<Role> { Role.Operator }, []));
    }

    protected override string MethodCore => method;

    protected override string HostCore => "localhost";

    protected override string PeerCore => "ipv4:127.0.0.1:1";

    protected override DateTime DeadlineCore => DateTime.MaxValue;

    protected override Metadata RequestHeadersCore { get; } = [];

    protected override CancellationToken CancellationTokenCore => cancellation;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore { get; } = new(null, []);

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) => throw new NotSupportedException();
}
