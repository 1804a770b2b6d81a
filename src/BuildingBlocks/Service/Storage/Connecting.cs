using System.Diagnostics;
using Npgsql;

namespace SocialPolicy.BuildingBlocks.Service.Storage;

/// <summary>Patience with a database that is only just starting.</summary>
internal static class Connecting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Opens a connection, trying again for a bounded time while the server or the database is not there yet.</summary>
    public static async Task<NpgsqlConnection> Open(NpgsqlDataSource source, TimeSpan patience, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await source.OpenConnectionAsync(ct);
            }
            catch (NpgsqlException failure) when (MayPass(failure))
            {
                if (waited.Elapsed > patience)
                    throw new MigrationRefused($"The database did not answer within {patience.TotalSeconds:0} s: {failure.Message}", failure);
                await Task.Delay(Pause, ct);
            }
        }
    }

    /// <summary>Opens a connection; one that does not open in time is an outage, unlike a command that does not end in time.</summary>
    public static async Task<NpgsqlConnection> Reach(this NpgsqlDataSource source, CancellationToken ct)
    {
        try
        {
            return await source.OpenConnectionAsync(ct);
        }
        catch (NpgsqlException failure) when (failure.InnerException is TimeoutException)
        {
            throw new NpgsqlException(failure.Message, new IOException("The database did not take the connection in time.", failure));
        }
    }

    private static bool MayPass(NpgsqlException failure) =>
        failure is PostgresException refusal
            ? refusal.IsTransient || refusal.SqlState is PostgresErrorCodes.InvalidCatalogName
            : failure.InnerException is IOException or System.Net.Sockets.SocketException or TimeoutException || failure.IsTransient;
}
