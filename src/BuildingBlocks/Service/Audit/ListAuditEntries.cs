using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Wire;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

public sealed partial class AuditService
{
    private const int UsualPage = 50;
    private const int LargestPage = 500;

    // What is not asked for is not part of the statement: each of the filters that are has an index or is read off the rows in order.
    private static readonly (string Parameter, string Condition)[] Filters =
    [
        ("before", "id < @before"),
        ("start", "recorded_at >= @start"),
        ("end", "recorded_at < @end"),
        ("subject", "subject = @subject"),
        ("client", "client = @client"),
        ("agency", "(agency = @agency or act_for = @agency)"),
        ("resource", "resource = @resource"),
        ("method", "(method = @method or right(method, length(@method) + 1) = '/' || @method)"),
        ("outcome", "outcome = @outcome"),
        ("request", "request_id = @request"),
        ("trace", "trace_id = @trace"),
        ("done", "outcome <> @done"),
    ];

    /// <inheritdoc/>
    [AllowedTo(Role.Auditor, Role.Administrator, Within = Sphere.Installation)]
    public override async Task<V1.ListAuditEntriesResponse> ListAuditEntries(V1.ListAuditEntriesRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize, UsualPage, LargestPage);
        var place = PageToken.Decode<AuditPlace>(request, request.PageToken);
        var asked = Asked(request, place);
        var conditions = Filters.Where(filter => asked.ContainsKey(filter.Parameter)).Select(filter => filter.Condition);
        var sql = $"select {AuditRow.Columns} from ground.audit_log where {string.Join(" and ", conditions.Prepend("true"))} order by id desc limit @limit";
        asked["limit"] = size + 1;

        await using var connection = await source.OpenConnectionAsync(context.CancellationToken);
        var rows = (await connection.QueryAsync<AuditRow>(new(sql, new DynamicParameters(asked), cancellationToken: context.CancellationToken))).AsList();
        var page = Page.Cut(rows, size, request, row => new AuditPlace(row.Id));
        return new() { AuditEntries = { page.Items.Select(ToContract) }, NextPageToken = page.NextPageToken };
    }

    private static Dictionary<string, object> Asked(V1.ListAuditEntriesRequest request, AuditPlace? place)
    {
        Check.All(new TracesAreNamedInHex(request.TraceId));
        if (request.RequestId.Length > 0)
            Check.Rule(new RequestIdIsAUuid(request.RequestId));
        (string, object?)[] all =
        [
            ("before", place?.Id), ("start", request.StartTime?.ToTime("start_time")), ("end", request.EndTime?.ToTime("end_time")),
            ("subject", Said(request.Subject)), ("client", Said(request.Client)), ("agency", Said(request.Agency)), ("resource", Said(request.Resource)),
            ("method", Said(request.Method)), ("outcome", Said(request.Outcome)), ("trace", Said(request.TraceId)),
            ("request", request.RequestId.Length > 0 ? Guid.Parse(request.RequestId) : null), ("done", request.OnlyRefused ? AuditEntry.Done : null),
        ];
        return all.Where(filter => filter.Item2 is not null).ToDictionary(filter => filter.Item1, filter => filter.Item2!, StringComparer.Ordinal);
    }

    private static string? Said(string text) => text.Length > 0 ? text : null;

    private sealed record AuditPlace(long Id);
}
