namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>
/// Reads as many documents at once as there are processors: a reading keeps one busy and cannot be interrupted, so more
/// of them would only hold more memory, and leave nothing for the calls beside them.
/// </summary>
internal sealed class Readings : IDisposable
{
    private readonly SemaphoreSlim seats = new(Environment.ProcessorCount);

    /// <summary>Reads when it is this one's turn; who is no longer waiting then is not read for.</summary>
    public async Task<T> One<T>(Func<Task<T>> read, CancellationToken cancellation)
    {
        await seats.WaitAsync(cancellation);
        try
        {
            var result = await read();
            cancellation.ThrowIfCancellationRequested();
            return result;
        }
        finally
        {
            seats.Release();
        }
    }

    public void Dispose() => seats.Dispose();
}
