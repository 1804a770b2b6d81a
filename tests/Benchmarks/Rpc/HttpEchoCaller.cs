using System.Net;
using Google.Protobuf;

namespace SocialPolicy.Benchmarks.Rpc;

/// <summary>Sends the same bytes over plain HTTP/2.</summary>
internal sealed class HttpEchoCaller : ICaller
{
    private static readonly byte[] Body = Echo.Text.ToByteArray();

    private readonly HttpClient http;

    public HttpEchoCaller(Uri address) => http = new HttpClient(new SocketsHttpHandler { EnableMultipleHttp2Connections = true })
    {
        BaseAddress = address,
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    public async Task Call()
    {
        using var body = new ByteArrayContent(Body);
        using var response = await http.PostAsync(new Uri("/echo", UriKind.Relative), body);
        var answer = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        if (answer.Length != Body.Length)
            throw new InvalidOperationException("The echo is not what was sent.");
    }

    public void Dispose() => http.Dispose();
}
