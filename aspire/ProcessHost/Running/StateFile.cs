using Aspire.Hosting.Data;

namespace Aspire.Hosting.Running;

/// <summary>Writes the board to <c>run/resources.json</c> at every change, whole each time.</summary>
internal sealed class StateFile : IAsyncDisposable
{
    private readonly CancellationTokenSource life = new();
    private readonly Task writing;

    public StateFile(string path, StateBoard board)
    {
        JsonFile.Write(path, board.Current);
        writing = Write(path, board);
    }

    public async ValueTask DisposeAsync()
    {
        await life.CancelAsync();
        await writing;
        life.Dispose();
    }

    private async Task Write(string path, StateBoard board)
    {
        try
        {
            await foreach (var snapshot in board.Watch(life.Token))
                await Task.Run(() => TryWrite(path, snapshot));
        }
        catch (OperationCanceledException)
        {
            // The host has stopped.
        }
    }

    // On a full disk the file is late, and right again with the next change that can be written.
    private static void TryWrite(string path, HostSnapshot snapshot)
    {
        try
        {
            JsonFile.Write(path, snapshot);
        }
        catch (IOException e)
        {
            Console.Error.WriteLine($"{path}: {e.Message}");
        }
    }
}
