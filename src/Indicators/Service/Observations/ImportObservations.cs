using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Files;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Limits;
using SocialPolicy.Indicators.Service.Observations.Sheets;
using SocialPolicy.Workbooks.Reading;
using FileOfValues = SocialPolicy.BuildingBlocks.Service.Files.ReceivedFile<SocialPolicy.Indicators.V1.ImportObservationsRequest.Types.File>;

namespace SocialPolicy.Indicators.Service.Observations;

internal sealed partial class ObservationService
{
    [Heavy]
    [AllowedTo(Role.ReportingOfficer, Role.FocalOfficer, Within = Sphere.Agency)]
    public override async Task<V1.RecordObservationsResponse> ImportObservations(IAsyncStreamReader<V1.ImportObservationsRequest> stream, ServerCallContext call)
    {
        var received = await FileOfValues.From(stream, message => message.File, message => message.Chunk, call.CancellationToken);
        var name = FileOfValues.NameOf(received.Description.FileName);
        using var content = received.Open();
        using var batch = await ReceivedBatch.Of(
            HeaderOf(received, name), received.Size > DocumentsFitTheLimit.MaxBytes ? [] : RowsOf(content), header => JudgeOf(header, call), learn => LookUp(learn, call));

        return await requests.Once(batch.Header.RequestId, batch.Header.ValidateOnly, received.PayloadHash, call, async work =>
        {
            received.MustHaveArrived(received.Description.Sha256, name, "file");
            Check.Rule(new DocumentsHaveContent(received.Size));
            if (batch.Unreadable is { } problem)
                throw new RuleBroken(problem.Rules);
            return await Record(work, batch, Task.CompletedTask, keep: () => files.Put(received.Open(), work.Cancellation));
        });
    }

    // What is wrong with the file is found when its rows are asked for.
    private static IEnumerable<FileRow> RowsOf(Stream content)
    {
        foreach (var row in FileRows.Of(TableFile.Read(content, ColumnWords.Sheet)))
            yield return row;
    }

    private static V1.ObservationBatch HeaderOf(FileOfValues received, string name)
    {
        var file = received.Description;
        return new()
        {
            Agency = file.Agency,
            Source = file.Source.Length > 0 ? file.Source : name,
            Reason = file.Reason,
            AttachmentSha256 = received.Sha256,
            Mode = file.Mode,
            RequestId = file.RequestId,
            ValidateOnly = file.ValidateOnly,
        };
    }
}
