using System.Net.Sockets;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Storage;

public sealed class TellingAnOutage
{
    public static TheoryData<Exception> Outages => new(
        new NpgsqlException("Failed to connect", new SocketException((int)SocketError.ConnectionRefused)),
        new NpgsqlException("Exception while reading from stream", new EndOfStreamException()),
        new NpgsqlException("Exception while writing to stream", new IOException("broken", new SocketException((int)SocketError.ConnectionReset))),
        new NpgsqlException("The connection was previously broken", Refusal(PostgresErrorCodes.AdminShutdown)),
        Refusal(PostgresErrorCodes.AdminShutdown), Refusal(PostgresErrorCodes.CrashShutdown), Refusal(PostgresErrorCodes.CannotConnectNow),
        Refusal(PostgresErrorCodes.ConnectionFailure), Refusal(PostgresErrorCodes.TooManyConnections), Refusal(PostgresErrorCodes.DiskFull));

    public static TheoryData<Exception> Failures => new(
        new TimeoutException(), new IOException(), new InvalidOperationException(),
        new NpgsqlException("Exception while reading from stream", new TimeoutException()), new NpgsqlException("Something else"),
        Refusal(PostgresErrorCodes.LockNotAvailable), Refusal(PostgresErrorCodes.QueryCanceled), Refusal(PostgresErrorCodes.UniqueViolation));

    [Theory]
    [MemberData(nameof(Outages), DisableDiscoveryEnumeration = true)]
    public void Is_yes_where_the_connection_failed(Exception failure) => failure.IsOutage().ShouldBeTrue(failure.Message);

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Is_no_where_what_was_asked_failed(Exception failure) => failure.IsOutage().ShouldBeFalse(failure.Message);

    [Fact]
    public async Task Is_yes_where_nobody_took_the_connection_in_time()
    {
        using var silent = new TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        await using var source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={((System.Net.IPEndPoint)silent.LocalEndpoint).Port};Username=a;Password=a;Database=a;Timeout=1");

        var failure = await Should.ThrowAsync<NpgsqlException>(() => source.Reach(CancellationToken.None));

        failure.IsOutage().ShouldBeTrue(failure.ToString());
    }

    private static PostgresException Refusal(string state) => new(state, "ERROR", "ERROR", state);
}
