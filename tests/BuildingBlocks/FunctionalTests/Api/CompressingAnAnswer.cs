using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

public sealed class CompressingAnAnswer : IAsyncLifetime
{
    private readonly ProbeHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData(10, "gzip", false)]
    [InlineData(100_000, "gzip", true)]
    [InlineData(100_000, "identity", false)]
    public async Task Happens_for_large_ones_to_clients_that_accept_it(int length, string accepted, bool compressed)
    {
        host.Probe.Act = _ => Task.FromResult(new Plan { Title = new('x', length) });
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{host.Address}/socialpolicy.planregistry.v1.PlanService/ConfirmReading")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(new byte[5]) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
            Headers = { { "te", "trailers" }, { "grpc-accept-encoding", accepted } },
        };

        using var response = await client.SendAsync(request);

        var frame = await response.Content.ReadAsByteArrayAsync();
        (frame[0] == 1).ShouldBe(compressed);
        var size = BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(1));
        (size < length).ShouldBe(compressed);
    }
}
