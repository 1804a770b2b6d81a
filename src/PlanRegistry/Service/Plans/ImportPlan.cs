using System.Diagnostics;
using System.Text;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Documents;
using SocialPolicy.PlanRegistry.Domain.Documents;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Service.Plans;

internal sealed partial class PlanService
{
    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Agency)]
    public override async Task<V1.Plan> ImportPlan(IAsyncStreamReader<V1.ImportPlanRequest> stream, ServerCallContext call)
    {
        var document = await ReceivedDocument.From(stream, call.CancellationToken);
        var reading = readings.One(() => ReadDocument.Of(document, documents, call.CancellationToken), call.CancellationToken);

        // Read before a transaction is open, refused within it: every refusal is that of one audited command.
        await Task.WhenAny(reading);
        call.CancellationToken.ThrowIfCancellationRequested();
        return await requests.Once(document.RequestId, document.ValidateOnly, document.PayloadHash, call, async work =>
        {
            document.MustHaveArrived();
            var keeper = await work.KeeperOf(document.Agency, "file.agency");
            var id = await work.FindByContent(document.Sha256) ?? await Take(document, await reading, keeper, work);
            Check.Rule(new DocumentsAreTakenInByOne((await work.Connection.HiddenFrom(work.Caller, work.At.InVietnam(), work.Cancellation, [id])).Length > 0));
            work.Audit(PlanName.Of(id));
            return await work.Show(id);
        });
    }

    /// <summary>The plan made of the document: by this call, or by one that was faster with the same bytes.</summary>
    private async Task<Guid> Take(ReceivedDocument document, ReadDocument read, Guid? keeper, Work work)
    {
        Check.Rule(new DocumentsArePlans(read.Reading.IsPlan));

        // Kept before the plan is: a plan always has its file, and a file without a plan harms nobody.
        // So is its text: all places of the reading point into it.
        string? text = null;
        if (!document.ValidateOnly)
        {
            await files.Put(document.Open(), work.Cancellation);
            text = await files.Put(new MemoryStream(Encoding.UTF8.GetBytes(read.Text)), work.Cancellation);
        }

        var plan = Plan.Read(Guid.CreateVersion7(work.At), RegisteredReading.HeaderOf(read.Reading));
        if (!await work.Insert(plan, document, read.Reading.Status, text, keeper))
            return (await work.FindByContent(document.Sha256))!.Value;

        var content = RegisteredReading.ContentOf(read.Reading, read.Text, work.At);
        await work.Keep(plan.Id, content);
        PlanTaken(plan.Id, content.Targets.Count, content.Duties.Count, content.Flags.Count, read.Elapsed);
        return plan.Id;
    }

    [LoggerMessage(LogLevel.Information, "Took in plans/{Plan}: {Targets} targets, {Duties} reporting duties, {Flags} flags, read in {Elapsed}")]
    private partial void PlanTaken(Guid plan, int targets, int duties, int flags, TimeSpan elapsed);

    private sealed record ReadDocument(string Text, Reading Reading, TimeSpan Elapsed)
    {
        public static async Task<ReadDocument> Of(ReceivedDocument document, DocumentReader reader, CancellationToken ct)
        {
            var started = Stopwatch.GetTimestamp();
            var text = await document.Text(reader, ct);
            return new(text, PlanReader.Read(text), Stopwatch.GetElapsedTime(started));
        }
    }
}
