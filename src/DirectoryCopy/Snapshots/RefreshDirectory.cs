using System.Text.Json;
using Dapper;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.DirectoryCopy.Storage;
using SocialPolicy.PlanRegistry.V1;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.DirectoryCopy.Snapshots;

/// <summary>
/// Reads the directory page by page and keeps each page at the version it was read at: what an announcement has said since is newer
/// and stays.
/// </summary>
internal sealed class RefreshDirectory(DirectoryService.DirectoryServiceClient directory, NpgsqlDataSource source) : IJob
{
    private const int PageSize = 500;

    public string Name => "refresh-directory";
    public string Description => "Reads the units and agencies from PlanRegistry, for what this service has not heard of.";
    public TimeSpan Interval => TimeSpan.FromHours(1);
    public TimeSpan IntervalAfterFailure => TimeSpan.FromSeconds(30);
    public bool RunsAtStart => true;

    public async Task<string> Run(CancellationToken ct)
    {
        try
        {
            var units = await KeepUnits(ct);
            var agencies = await KeepAgencies(ct);
            return $"read {units} units and {agencies} agencies";
        }
        catch (RpcException failure)
        {
            throw new DirectoryNotRead(failure);
        }
    }

    private async Task<int> KeepUnits(CancellationToken ct)
    {
        var (read, token) = (0, "");
        do
        {
            var page = await directory.ListUnitsAsync(new() { PageSize = PageSize, PageToken = token }, cancellationToken: ct);
            await Keep(DirectoryRows.KeepUnits, page.DirectoryVersion, [.. page.Units.Select(SnapshotRows.Row)], ct);
            (read, token) = (read + page.Units.Count, page.NextPageToken);
        }
        while (token.Length > 0);
        return read;
    }

    private async Task<int> KeepAgencies(CancellationToken ct)
    {
        var (read, token) = (0, "");
        do
        {
            var page = await directory.ListAgenciesAsync(new() { PageSize = PageSize, PageToken = token }, cancellationToken: ct);
            await Keep(DirectoryRows.KeepAgencies, page.DirectoryVersion, [.. page.Agencies.Select(SnapshotRows.Row)], ct);
            (read, token) = (read + page.Agencies.Count, page.NextPageToken);
        }
        while (token.Length > 0);
        return read;
    }

    private async Task Keep<TRow>(string statement, long version, IReadOnlyList<TRow> rows, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            statement, new { AggregateVersion = version, Rows = JsonSerializer.Serialize(rows, DirectoryRows.Columns) }, cancellationToken: ct));
    }
}

/// <summary>PlanRegistry did not tell its directory; the message is the outcome of the job.</summary>
internal sealed class DirectoryNotRead(RpcException failure)
    : Exception($"PlanRegistry did not tell its directory: {failure.StatusCode}, {failure.Status.Detail}", failure);
