using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>The broker's management API, as its administrator. Waits for a broker that is still starting.</summary>
internal sealed class BrokerManagement : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient client;

    /// <param name="address"><c>http://administrator:password@host:port</c></param>
    public BrokerManagement(Uri address)
    {
        client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new UriBuilder(address.Scheme, address.Host, address.Port).Uri };
        var user = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(user));
    }

    public void Dispose() => client.Dispose();

    /// <summary>True when it was not there before.</summary>
    /// <exception cref="MigrationRefused">The broker does not answer, or does not want it.</exception>
    public async Task<bool> Put(string path, object body, CancellationToken ct) =>
        await Send(HttpMethod.Put, path, body, ct) is HttpStatusCode.Created;

    /// <inheritdoc cref="Put"/>
    public Task Post(string path, object body, CancellationToken ct) => Send(HttpMethod.Post, path, body, ct);

    /// <inheritdoc cref="Put"/>
    public Task Delete(string path, CancellationToken ct) => Send(HttpMethod.Delete, path, null, ct);

    private async Task<HttpStatusCode> Send(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
                using var answer = await client.SendAsync(request, either.Token);
                if (answer.IsSuccessStatusCode)
                    return answer.StatusCode;
                if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway))
                    throw new MigrationRefused($"The broker's management API refused {method} {path}: {(int)answer.StatusCode} {await Reason(answer, ct)}");
            }
            catch (HttpRequestException) when (!either.IsCancellationRequested)
            {
                // Still starting.
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested)
            {
                throw new MigrationRefused($"The broker's management API at {client.BaseAddress} did not answer within {Patience.TotalSeconds:0} s.");
            }

            await Task.Delay(Pause, ct);
        }
    }

    private static async Task<string> Reason(HttpResponseMessage answer, CancellationToken ct) =>
        await answer.Content.ReadAsStringAsync(ct) is { Length: > 0 } said ? said : answer.ReasonPhrase ?? "";
}
