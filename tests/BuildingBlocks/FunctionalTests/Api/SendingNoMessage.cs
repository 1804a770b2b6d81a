using System.Net;
using System.Net.Http.Headers;
using Google.Rpc;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

public sealed class SendingNoMessage : IAsyncLifetime
{
    private readonly ProbeHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("ConfirmReading", "0000000002")]
    [InlineData("ConfirmReading", "00000000020a05")]
    [InlineData("ConfirmReading", "0100000000")]
    [InlineData("ConfirmReading", "0700000000")]
    [InlineData("ConfirmReading", "00ffffffff")]
    [InlineData("ConfirmReading", "")]
    [InlineData("ConfirmReading", "00000000000000000000")]
    [InlineData("ImportPlan", "00000000020a05")]
    [InlineData("ImportPlan", "0000000002")]
    [InlineData("ImportPlan", "0700000000")]
    public async Task Is_refused_as_the_clients_mistake(string method, string sent)
    {
        var (state, reason) = await Send(method, Convert.FromHexString(sent));

        (state, reason).ShouldBe(("3", "MESSAGE_MALFORMED"));
        host.Log.ShouldNotContain(line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    private async Task<(string? State, string? Reason)> Send(string method, byte[] body)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{host.Address}/socialpolicy.planregistry.v1.PlanService/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
            Headers = { { "te", "trailers" }, { "authorization", $"Bearer {host.Issuer.Token("officer", Service.Callers.Role.Registrar)}" } },
        };
        using var response = await client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        var details = Convert.FromBase64String(Padded(Of(response, "grpc-status-details-bin").ShouldNotBeNull()));
        return (Of(response, "grpc-status"), Google.Rpc.Status.Parser.ParseFrom(details).Details.Single(detail => detail.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>().Reason);
    }

    private static string Padded(string base64) => base64.PadRight((base64.Length + 3) / 4 * 4, '=');

    private static string? Of(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? string.Join(",", values) : null;
}
