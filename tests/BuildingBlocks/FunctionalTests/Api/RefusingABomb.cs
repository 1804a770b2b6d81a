using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

/// <summary>Counts what the whole process allocates: nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(RefusingABomb), DisableParallelization = true)]
public sealed class BombsAlone;

[Collection(nameof(RefusingABomb))]
public sealed class RefusingABomb : IAsyncLifetime
{
    private const int Gigabyte = 1 << 30;
    private const string ResourceExhausted = "8";

    private readonly ProbeHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Of_a_gigabyte_of_nothing_costs_no_memory(string encoding)
    {
        var bomb = Packed(encoding, Gigabyte);
        await Send(encoding, bomb[..1_000]);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var (state, details) = await Send(encoding, bomb);

        state.ShouldBe(ResourceExhausted, details);
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(64 << 20);
    }

    [Theory]
    [InlineData("gzip", 1 << 20, "0")]
    [InlineData("gzip", 4 << 20, ResourceExhausted)]
    [InlineData("deflate", 1 << 20, "0")]
    [InlineData("deflate", 4 << 20, ResourceExhausted)]
    public async Task Begins_where_a_message_that_is_not_packed_would_be_too_large(string encoding, int size, string expected)
    {
        var (state, details) = await Send(encoding, Packed(encoding, size));

        state.ShouldBe(expected, details);
    }

    // An unknown field of that many zeros: a valid message, to be skipped.
    private static byte[] Packed(string encoding, int size)
    {
        var packed = new MemoryStream();
        using (Stream writer = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true) : new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            writer.Write([0xfa, 0x7f]);
            var length = (uint)size;
            for (; length >= 0x80; length >>= 7)
                writer.WriteByte((byte)(length | 0x80));
            writer.WriteByte((byte)length);
            var zeros = new byte[1 << 20];
            for (var left = size; left > 0; left -= zeros.Length)
                writer.Write(zeros);
        }

        return packed.ToArray();
    }

    private async Task<(string? State, string? Details)> Send(string encoding, byte[] packed)
    {
        var message = new byte[5 + packed.Length];
        message[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(1), (uint)packed.Length);
        packed.CopyTo(message, 5);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{host.Address}/socialpolicy.planregistry.v1.PlanService/ConfirmReading")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(message) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
            Headers = { { "te", "trailers" }, { "grpc-encoding", encoding } },
        };
        using var response = await client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        return (Of(response, "grpc-status"), Of(response, "grpc-message"));
    }

    private static string? Of(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? string.Join(",", values) : null;
}
