using System.Diagnostics;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Documents;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Service.Plans;

internal sealed partial class PlanService
{
    [AllowedTo(Role.Registrar, Role.Administrator)]
    public override async Task<V1.Plan> ImportPlan(IAsyncStreamReader<V1.ImportPlanRequest> stream, ServerCallContext call)
    {
        var document = await ReceivedDocument.From(stream, call.CancellationToken);
        return await requests.Once(document.RequestId, document.ValidateOnly, document.PayloadHash, call, async work =>
        {
            var text = document.Text();
            var id = await work.FindByContent(document.Sha256) ?? await Take(document, text, work);
            work.Audit(PlanName.Of(id));
            return await work.Show(id);
        });
    }

    /// <summary>The plan made of the document: by this call, or by one that was faster with the same bytes.</summary>
    private async Task<Guid> Take(ReceivedDocument document, string text, Work work)
    {
        var started = Stopwatch.GetTimestamp();
        var reading = PlanReader.Read(text);
        Check.Rule(new DocumentsArePlans(reading.IsPlan));

        // Kept before the plan is: a plan always has its file, and a file without a plan harms nobody.
        if (!document.ValidateOnly)
            await files.Put(document.Open(), work.Cancellation);

        var plan = Plan.Read(Guid.CreateVersion7(work.At), RegisteredReading.HeaderOf(reading));
        if (!await work.Insert(plan, document))
            return (await work.FindByContent(document.Sha256))!.Value;

        var content = RegisteredReading.ContentOf(reading, text, work.At);
        await work.Keep(plan.Id, content);
        PlanTaken(plan.Id, content.Targets.Count, content.Duties.Count, content.Flags.Count, Stopwatch.GetElapsedTime(started));
        return plan.Id;
    }

    [LoggerMessage(LogLevel.Information, "Took in plans/{Plan}: {Targets} targets, {Duties} reporting duties, {Flags} flags, in {Elapsed}")]
    private partial void PlanTaken(Guid plan, int targets, int duties, int flags, TimeSpan elapsed);
}
