using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using Kind = SocialPolicy.Operations.V1.AuditFinding.Types.Kind;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

public sealed partial class AuditService
{
    private const int MostFindings = 100;
    private const int MostHeads = 100;
    private const int SegmentsBetweenAnswers = 256;

    private static readonly TimeSpan SealedWithin = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    [AllowedTo(Role.Auditor, Role.Administrator, Within = Sphere.Installation)]
    public override async Task VerifyAudit(V1.VerifyAuditRequest request, IServerStreamWriter<V1.VerifyAuditResponse> responseStream, ServerCallContext context)
    {
        Check.Rule(new BatchesAreSmall(request.KnownHeads.Count, MostHeads, "known_heads"));
        Check.All(request.KnownHeads.Select(head => new HeadsAreWhole(head.Segment, head.Digest)));
        var so = new V1.VerifyAuditResponse();
        var detail = "broken off";
        try
        {
            // What is remembered before the moment opens must be there in it.
            var remembered = memory.Farthest;
            await using var reading = await AuditReading.Open(source, context.CancellationToken);
            await foreach (var finding in Findings(reading, [.. request.KnownHeads.Select(Known), .. remembered is null ? [] : (AuditHead[])[remembered]], so, context.CancellationToken))
            {
                so.FindingCount += finding is null ? 0 : 1;
                if (so.FindingCount <= MostFindings || finding is null)
                    await responseStream.WriteAsync(new(so) { Finding = finding }, context.CancellationToken);
            }

            detail = so.FindingCount == 0 ? "whole" : $"{so.FindingCount} findings";
            await responseStream.WriteAsync(new(so) { Head = ToContract(await reading.Last(context.CancellationToken)), Done = true }, context.CancellationToken);
        }
        finally
        {
            await Audited(context, "auditEntries/-", detail);
        }
    }

    // Null: so many segments more.
    private async IAsyncEnumerable<V1.AuditFinding?> Findings(
        AuditReading reading, IReadOnlyList<AuditHead> known, V1.VerifyAuditResponse so, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var check = new SegmentCheck(settings.Service, keys);
        var end = 0L;
        await foreach (var (segment, rows) in reading.Segments(after: 0, ct))
        {
            (so.SegmentCount, so.EntryCount, so.GapCount, end) = (so.SegmentCount + 1, so.EntryCount + rows.Count, so.GapCount + segment.Gaps, segment.LastId);
            foreach (var finding in check.Check(segment, rows))
                yield return finding;
            if (so.SegmentCount % SegmentsBetweenAnswers == 0)
                yield return null;
        }

        foreach (var head in known)
        {
            if (!await reading.Has(head, ct))
                yield return AuditFinding.In(head.Number, Kind.HeadLost, $"The head that was known of segment {head.Number} is not in the chain: its end was cut off or written anew.");
        }

        var behind = await reading.Behind(end, ct);
        so.UnsealedCount = behind.Count;
        await foreach (var row in reading.Rows(end + 1, long.MaxValue).WithCancellation(ct))
        {
            if (!row.Digest.AsSpan().SequenceEqual(row.DigestAs(row.Id)))
                yield return AuditFinding.At(row.Id, Kind.RowEdited, "The digest in the entry is not that of what it says.");
        }

        if (behind.Age > SealedWithin)
            yield return AuditFinding.At(behind.First!.Value, Kind.SealingBehind, $"{behind.Count} entries are not sealed, this one since {behind.Age.Value.TotalSeconds:0} s.");
    }

    private static AuditHead Known(V1.AuditHead head) => new(head.Segment, head.LastEntry, Convert.FromHexString(head.Digest));
}
