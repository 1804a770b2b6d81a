using System.Security.Cryptography;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Files;
using SocialPolicy.Indicators.Domain.Allocations;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Observations.Templates;
using SocialPolicy.Indicators.Service.Targets.Allocations;

namespace SocialPolicy.Indicators.Service.Targets;

internal sealed partial class TargetService
{
    private const int MostYears = 100;

    [AllowedToAnyCaller]
    public override async Task GetAllocationTemplate(
        V1.GetAllocationTemplateRequest request, IServerStreamWriter<V1.GetAllocationTemplateResponse> stream, ServerCallContext call)
    {
        var id = TargetName.Parse(request.Target, "target");
        Check.All(
            new BatchesAreSmall(request.Years.Count, MostYears, "years"),
            new ValuesAreKnown("level", request.Level, request.Level.Length == 0 || TemplateRequest.Levels.Contains(request.Level)));
        Check.All(request.Years.Select(year => new SharesAreOfAYear("years", year)));
        var table = await requests.Read(call, async connection =>
        {
            await MustBeKnown(connection, id, call.CancellationToken);
            var (row, _) = await connection.DemandOf(id, call.CancellationToken);
            Check.Rule(new AllocatedTargetsHaveAUnit(id, row.UnitId is not null));
            var shares = await connection.SharesOf(id, call.CancellationToken);
            int[] years = request.Years.Count > 0
                ? [.. request.Years.Distinct()]
                : [.. shares.Select(share => (int)share.Year).Concat(row.Year is { } due ? [due] : []).Distinct().Order()];
            Check.Rule(new FieldsAreFilled("years", years.Length > 0));
            var units = await connection.UnitsOf(TemplateRequest.OfUnits([.. years.Select(year => new ObservedPeriod((short)year, 0))], request.Level), row.UnitId!.Value, call.CancellationToken);
            return SheetOfShares.Write(request.Target, units, years, shares);
        });
        var bytes = request.Csv ? CsvTemplate.Write(table) : XlsxTemplate.Write(table);
        var file = new V1.GetAllocationTemplateResponse.Types.File
        {
            FileName = request.Csv ? "giao-chi-tieu.csv" : "giao-chi-tieu.xlsx", Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), SizeBytes = bytes.Length,
        };
        await stream.Send(new() { File = file }, new MemoryStream(bytes), chunk => new() { Chunk = chunk }, call.CancellationToken);
    }
}
