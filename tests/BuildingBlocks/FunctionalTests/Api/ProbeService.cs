using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Limits;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

/// <summary>A service whose methods do what a test tells them to, behind one policy of each sort.</summary>
internal sealed class ProbeService(Probe probe) : PlanService.PlanServiceBase
{
    [AllowedToAnyCaller]
    public override Task<Plan> GetPlan(GetPlanRequest request, ServerCallContext context) => probe.Act(context);

    [AllowedTo(Role.Registrar, Role.Operator)]
    public override Task<Plan> PublishPlan(PublishPlanRequest request, ServerCallContext context) => probe.Act(context);

    [AllowedToAnyone]
    public override Task<Plan> ConfirmReading(ConfirmReadingRequest request, ServerCallContext context) => probe.Act(context);

    [AllowedTo(Role.Registrar)]
    public override async Task<Plan> ImportPlan(IAsyncStreamReader<ImportPlanRequest> requestStream, ServerCallContext context)
    {
        await foreach (var _ in requestStream.ReadAllAsync(context.CancellationToken))
        {
        }

        return await probe.Act(context);
    }

    [AllowedToAnyCaller]
    public override async Task<BatchGetPlansResponse> BatchGetPlans(BatchGetPlansRequest request, ServerCallContext context) =>
        new() { Plans = { await probe.Act(context) } };

    [AllowedToAnyCaller]
    public override async Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context) =>
        new() { Plans = { await probe.Act(context) } };

    [Heavy]
    [AllowedToAnyCaller]
    public override async Task<ListFlagsResponse> ListFlags(ListFlagsRequest request, ServerCallContext context) =>
        new() { Flags = { new ListFlagsResponse.Types.PlanFlag { Plan = (await probe.Act(context)).Name } } };

    [AllowedToAnyCaller]
    public override async Task DownloadDocument(DownloadDocumentRequest request, IServerStreamWriter<DownloadDocumentResponse> responseStream, ServerCallContext context) =>
        await responseStream.WriteAsync(new() { File = new() { FileName = (await probe.Act(context)).Name } });

    [AllowedToAnyCaller]
    public override async Task ExportPlan(ExportPlanRequest request, IServerStreamWriter<ExportPlanResponse> responseStream, ServerCallContext context) =>
        await responseStream.WriteAsync(new() { File = new() { FileName = (await probe.Act(context)).Name } });
}

/// <summary>What the methods do.</summary>
internal sealed class Probe
{
    public Func<ServerCallContext, Task<Plan>> Act { get; set; } = call => Task.FromResult(new Plan
    {
        Name = call.Caller().Subject,
        Issuer = call.Caller().Agency ?? "",
        Title = string.Join(' ', call.Caller().Roles.Order()),
        Signer = string.Join(' ', call.Caller().ActingFor),
        Number = call.Caller().Client,
    });
}
