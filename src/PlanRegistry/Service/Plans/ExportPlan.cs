using System.Security.Cryptography;
using System.Text;
using Dapper;
using Google.Protobuf;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Exports;
using SocialPolicy.PlanRegistry.Service.Amendments;
using SocialPolicy.PlanRegistry.Service.Papers;
using SocialPolicy.PlanRegistry.Service.Workbooks;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Service.Plans;

internal sealed partial class PlanService
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithIndentation());

    [AllowedToAnyCaller]
    public override async Task ExportPlan(V1.ExportPlanRequest request, IServerStreamWriter<V1.ExportPlanResponse> stream, ServerCallContext call)
    {
        var id = PlanName.Parse(request.Name);
        Check.Rule(new ValuesAreKnown("format", $"{request.Format}", Enum.IsDefined(request.Format)));
        var today = clock.Today();
        var moment = new Moment(request.InForceOn.ToDay("in_force_on") ?? today, request.KnownAt?.ToTime("known_at"));
        var plan = await requests.Read(call, [id], today, connection => connection.FullPlan(id, today, call.CancellationToken, moment));
        var (ending, bytes) = request.Format switch
        {
            V1.ExportFormat.Xlsx => ("xlsx", SheetWriter.Write(await requests.Read(call, async connection =>
                PlanSheets.Of(plan.ToHeader(), await connection.ContentOf(id, call.CancellationToken, moment), await connection.AmendmentsOf(id, moment, call.CancellationToken))))),
            V1.ExportFormat.Docx => ("docx", PaperWriter.Write(await requests.Read(call, async connection => PlanPaper.Of(
                plan.ToHeader(), await connection.ContentOf(id, call.CancellationToken, moment), await connection.AmendmentsOf(id, moment, call.CancellationToken),
                await Recipients(connection, id, call.CancellationToken), moment.On, today)))),
            _ => ("json", Encoding.UTF8.GetBytes(Json.Format(plan))),
        };

        await stream.WriteAsync(
            new() { File = new() { FileName = $"{NameOf(plan)}.{ending}", Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), SizeBytes = bytes.Length } }, call.CancellationToken);
        for (var at = 0; at < bytes.Length; at += ChunkSize)
            await stream.WriteAsync(new() { Chunk = ByteString.CopyFrom(bytes, at, Math.Min(ChunkSize, bytes.Length - at)) }, call.CancellationToken);
    }

    // The register keeps no recipients: the document has them.
    private async Task<IReadOnlyList<string>> Recipients(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        var text = await connection.QuerySingleAsync<string>(new("select coalesce(text_sha256, sha256) from plans where id = @id", new { id }, cancellationToken: ct));
        return await readings.One(
            async () =>
            {
                await using var content = await files.Open(text, ct);
                using var reader = new StreamReader(content);
                return PlanReader.Read(await reader.ReadToEndAsync(ct)).Recipients;
            },
            ct);
    }

    // "43-KH-UBND", or what the file was called.
    private static string NameOf(V1.Plan plan) => string.Join('-', (plan.Number.Length > 0 ? plan.Number : Path.GetFileNameWithoutExtension(plan.Source.FileName))
        .Split([.. Path.GetInvalidFileNameChars(), '/', '\\', ' '], StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } name ? name : "plan";
}
