using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Audit;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Retention;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

/// <summary>What operators may ask of and do to a service; the same in every one.</summary>
public sealed partial class OperationsService : V1.OperationsService.OperationsServiceBase
{
    private readonly DeadLetters deadLetters;
    private readonly OperationsState state;
    private readonly JobRunner runner;
    private readonly JobLedger ledger;
    private readonly RetentionRules retention;
    private readonly AuditLog audit;
    private readonly TimeProvider clock;

    // The parts are internal to this assembly, so this constructor is; AddStorage registers how to make it.
    internal OperationsService(DeadLetters deadLetters, OperationsState state, JobRunner runner, JobLedger ledger, RetentionRules retention, AuditLog audit, TimeProvider clock)
    {
        this.deadLetters = deadLetters;
        this.state = state;
        this.runner = runner;
        this.ledger = ledger;
        this.retention = retention;
        this.audit = audit;
        this.clock = clock;
    }

    private Task Audited(ServerCallContext call, string resource, string detail) =>
        audit.Write(new(clock.GetUtcNow(), call.Method, call.Caller(), resource, detail, null, AuditEntry.Done));
}
