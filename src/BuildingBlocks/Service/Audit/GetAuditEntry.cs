using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

public sealed partial class AuditService
{
    /// <inheritdoc/>
    [AllowedTo(Role.Auditor, Role.Administrator, Within = Sphere.Installation)]
    public override async Task<V1.AuditEntry> GetAuditEntry(V1.GetAuditEntryRequest request, ServerCallContext context)
    {
        var id = IdOf(request.Name);
        await using var connection = await source.OpenConnectionAsync(context.CancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<AuditRow>(
            new($"select {AuditRow.Columns} from ground.audit_log where id = @id", new { id }, cancellationToken: context.CancellationToken));
        Check.Rule(new AuditEntriesAreWritten(request.Name, row is not null));
        return ToContract(row!);
    }
}
