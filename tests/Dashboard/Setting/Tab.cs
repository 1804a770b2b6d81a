using System.Net.WebSockets;
using System.Text.Json;

namespace SocialPolicy.Dashboard.FunctionalTests.Setting;

/// <summary>One page in the browser: asked one thing at a time.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket socket = new();
    private int next;

    private Tab()
    {
    }

    /// <summary>What the browser complained of: exceptions, refused scripts or styles, failed requests.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Tab> Connect(Uri address)
    {
        var tab = new Tab();
        await tab.socket.ConnectAsync(address, CancellationToken.None);
        return tab;
    }

    /// <summary>Waits until an expression of the page is true; fails with it when that takes too long.</summary>
    public async Task Until(string expression)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!(await Ask(expression)).ValueKind.Equals(JsonValueKind.True))
        {
            patience.IsCancellationRequested.ShouldBeFalse($"never true: {expression}; {string.Join("; ", Complaints)}");
            await Task.Delay(50);
        }
    }

    /// <summary>The value of an expression of the page.</summary>
    public async Task<JsonElement> Ask(string expression)
    {
        var answer = await Send("Runtime.evaluate", new { expression, returnByValue = true, awaitPromise = true });
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>What is to be seen, as PNG.</summary>
    public async Task<byte[]> Picture() => (await Send("Page.captureScreenshot")).GetProperty("data").GetBytesFromBase64();

    public async Task<JsonElement> Send(string method, object? parameters = null)
    {
        var id = ++next;
        using var patience = new CancellationTokenSource(Patience);
        var command = JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters ?? new { } });
        await socket.SendAsync(command, WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        while (true)
        {
            var message = await Receive(patience.Token);
            if (message.TryGetProperty("id", out var answered) && answered.GetInt32() == id)
                return message.GetProperty("result");
            Note(message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Send("Page.close");
        socket.Dispose();
    }

    private void Note(JsonElement message)
    {
        if (message.TryGetProperty("method", out var method) && method.GetString() is "Log.entryAdded" or "Runtime.exceptionThrown")
            Complaints.Add(message.GetProperty("params").GetRawText());
    }

    private async Task<JsonElement> Receive(CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        var part = new byte[64 * 1024];
        WebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(part, cancellation);
            message.Write(part, 0, received.Count);
        }
        while (!received.EndOfMessage);
        return JsonDocument.Parse(message.ToArray()).RootElement;
    }
}
