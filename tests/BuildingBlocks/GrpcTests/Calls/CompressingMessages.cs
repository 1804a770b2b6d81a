using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using SocialPolicy.GrpcTests.Echoing;

namespace SocialPolicy.GrpcTests.Calls;

public sealed class CompressingMessages
{
    private static readonly string Text = string.Concat(Enumerable.Repeat("chỉ tiêu ", 20_000));

    [Fact]
    public async Task Makes_them_small_on_the_wire_in_both_directions()
    {
        string? requestEncoding = null;
        await using var server = await EchoServer.Start(
            (request, call) =>
            {
                requestEncoding = call.GetHttpContext().Request.Headers["grpc-encoding"];
                return Task.FromResult(request);
            },
            grpc =>
            {
                grpc.ResponseCompressionAlgorithm = "gzip";
                grpc.ResponseCompressionLevel = CompressionLevel.Fastest;
            });
        using var wire = new Wire();
        var client = server.Client(new GrpcChannelOptions { HttpHandler = wire });

        var answer = await client.SayAsync(Text, new CallOptions([new Metadata.Entry("grpc-internal-encoding-request", "gzip")]));

        answer.ShouldBe(Text);
        requestEncoding.ShouldBe("gzip");
        wire.ResponseEncoding.ShouldBe("gzip");
        wire.RequestBytes.ShouldBeInRange(1, Text.Length / 20);
    }

    [Fact]
    public async Task Is_left_out_for_a_message_that_asks_so()
    {
        await using var server = await EchoServer.Start();
        using var wire = new Wire();
        var client = server.Client(new GrpcChannelOptions { HttpHandler = wire });

        await client.SayAsync(Text, new CallOptions(
            [new Metadata.Entry("grpc-internal-encoding-request", "gzip")], writeOptions: new WriteOptions(WriteFlags.NoCompress)));

        wire.RequestBytes.ShouldBeGreaterThan(Text.Length);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void Leaves_the_stream_below_open_and_can_be_undone(string encoding)
    {
        ICompressionProvider provider = encoding == "gzip"
            ? new GzipCompressionProvider(CompressionLevel.Optimal)
            : new DeflateCompressionProvider(CompressionLevel.Optimal);
        using var compressed = new MemoryStream();
        using (var writer = new StreamWriter(provider.CreateCompressionStream(compressed, CompressionLevel.Fastest)))
            writer.Write(Text);

        compressed.Position = 0;
        using var reader = new StreamReader(provider.CreateDecompressionStream(compressed));

        provider.EncodingName.ShouldBe(encoding);
        compressed.Length.ShouldBeLessThan(Text.Length / 20);
        reader.ReadToEnd().ShouldBe(Text);
    }

    /// <summary>Looks at what goes over the connection.</summary>
    private sealed class Wire() : DelegatingHandler(new SocketsHttpHandler())
    {
        public string? ResponseEncoding { get; private set; }

        public long RequestBytes { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = new MemoryStream();
            await request.Content!.CopyToAsync(body, cancellationToken);
            RequestBytes = body.Length;
            var headers = request.Content.Headers.ContentType;
            request.Content = new ByteArrayContent(body.ToArray());
            request.Content.Headers.ContentType = headers;

            var response = await base.SendAsync(request, cancellationToken);
            ResponseEncoding = response.Headers.TryGetValues("grpc-encoding", out var values) ? values.Single() : null;
            return response;
        }
    }
}
