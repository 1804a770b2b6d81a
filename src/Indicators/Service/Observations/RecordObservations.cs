using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Limits;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Observations;

internal sealed partial class ObservationService
{
    private const int Digest = 64;

    [Heavy]
    [AllowedTo(Role.ReportingOfficer, Role.FocalOfficer, Within = Sphere.Agency)]
    public override async Task<V1.RecordObservationsResponse> RecordObservations(IAsyncStreamReader<V1.RecordObservationsRequest> stream, ServerCallContext call)
    {
        using var batch = new ReceivedBatch();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken);
        var receiving = batch.Receive(stream, header => JudgeOf(header, call), learn => LookUp(learn, call), end.Token);
        try
        {
            await Task.WhenAny(receiving, batch.Rows.IsLong);
            if (batch.Header.RequestId.Length > 0)
                await receiving;
            var payload = receiving.IsCompletedSuccessfully ? batch.PayloadHash() : [];
            return await requests.Once(batch.Header.RequestId, batch.Header.ValidateOnly, payload, call, work => Record(work, batch, receiving));
        }
        finally
        {
            await end.CancelAsync();
            await receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task LookUp(Func<NpgsqlConnection, Task> learn, ServerCallContext call) => requests.Read(call, async connection =>
    {
        await learn(connection);
        return true;
    });

    // A header that names no agency is refused by the command, which asks for it again.
    private Task<RowJudge?> JudgeOf(V1.ObservationBatch header, ServerCallContext call) => requests.Read<RowJudge?>(call, async connection =>
    {
        try
        {
            var agency = await connection.RequireAgency(header.Agency, "batch.agency", call.CancellationToken);
            return new(agency.UnitId, clock.GetUtcNow().InVietnam(), call.CancellationToken);
        }
        catch (RuleBroken)
        {
            return null;
        }
    });

    // What is long is kept while it comes; whether it may be is known at its end, and until then nothing of it is settled.
    /// <param name="work">The act.</param>
    /// <param name="batch">What came.</param>
    /// <param name="receiving">Ends when all has come.</param>
    /// <param name="keep">Keeps what its rows were taken from, before they are.</param>
    private async Task<V1.RecordObservationsResponse> Record(Work work, ReceivedBatch batch, Task receiving, Func<Task>? keep = null)
    {
        Check.Rule(new BatchesComeInOrder(batch.InOrder));
        var agency = await AgencyGiving(work, batch.Header.Agency, $"{batch.Path}.agency");
        MustBeWellFormed(batch.Header, batch.Path);
        var act = new ObservationAct(work, new(agency.Id, batch.Header.Source, batch.Header.Reason, batch.Header.AttachmentSha256));
        await act.Write(batch.Rows.Read(receiving), batch.Parts);
        await receiving;
        Check.Rule(new BatchesComeInOrder(batch.InOrder));
        Check.Rule(new BatchesFitTheLimit(batch.Given, ReceivedBatch.MostRows));
        if (batch.IsRefused)
        {
            work.KeepNothing(new BatchesAreKeptWhole(batch.Refused));
            return Answer(batch, stored: false);
        }

        if (keep is not null && !batch.Header.ValidateOnly)
            await keep();
        await act.Close(settings);
        var answer = Answer(batch, stored: !batch.Header.ValidateOnly);
        (answer.AddedCount, answer.RevisedCount) = (act.Added, act.Revised);
        answer.UnchangedCount = batch.Untouched + batch.Rows.Count - act.Added - act.Revised;
        if (act.Added + act.Revised == 0)
            work.KeepNothing();
        else
            work.Audit(answer.Batch = BatchName.Of(act.Id), $"{act.Added} added, {act.Revised} revised");
        return answer;
    }

    private static V1.RecordObservationsResponse Answer(ReceivedBatch batch, bool stored) => new()
    {
        GivenCount = batch.Given,
        RefusedCount = batch.Refused,
        EmptyCount = batch.Empty,
        Stored = stored,
        RefusedRows = { batch.RefusedRows },
    };

    private static void MustBeWellFormed(V1.ObservationBatch header, string path)
    {
        var sha = header.AttachmentSha256;
        Check.All(
            new TextsFitTheirField($"{path}.source", header.Source.Length, GivenObservation.LongestSource),
            new TextsFitTheirField($"{path}.reason", header.Reason.Length, GivenObservation.LongestNote),
            new AttachmentsAreNamedByTheirDigest("batch.attachment_sha256", sha.Length == 0 || (sha.Length == Digest && sha.All(char.IsAsciiHexDigitLower))));
    }

    // The agency that gives values: in force today, and the caller's own or one it acts for.
    private static async Task<KnownAgency> AgencyGiving(Work work, string name, string field)
    {
        var agency = await work.Connection.RequireAgency(name, field, work.Cancellation);
        await work.Connection.MustBeInForce(agency, work.At.InVietnam(), work.Cancellation);
        await work.MustActFor(agency.Id, agency.ResourceName);
        return agency;
    }
}
