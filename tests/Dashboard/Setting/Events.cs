using System.Net.ServerSentEvents;

namespace SocialPolicy.Dashboard.FunctionalTests.Setting;

/// <summary>A stream of Server-Sent Events, read one by one.</summary>
internal sealed class Events : IDisposable
{
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
    private readonly HttpResponseMessage response;
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private Events(HttpResponseMessage response, Stream stream)
    {
        this.response = response;
        items = SseParser.Create(stream).EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token);
    }

    public static async Task<Events> Open(HttpClient http, string path)
    {
        var answer = await http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        return new Events(answer, await answer.Content.ReadAsStreamAsync());
    }

    public async Task<SseItem<string>> Next()
    {
        (await items.MoveNextAsync()).ShouldBeTrue("the stream ended");
        return items.Current;
    }

    public void Dispose()
    {
        response.Dispose();
        patience.Dispose();
    }
}
