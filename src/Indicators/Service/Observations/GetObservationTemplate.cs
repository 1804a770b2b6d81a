using System.Security.Cryptography;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Files;
using SocialPolicy.BuildingBlocks.Service.Limits;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Observations.Templates;
using Form = SocialPolicy.Indicators.V1.GetObservationTemplateRequest.Types.Form;
using Format = SocialPolicy.Indicators.V1.GetObservationTemplateRequest.Types.Format;

namespace SocialPolicy.Indicators.Service.Observations;

internal sealed partial class ObservationService
{
    [Heavy]
    [AllowedToAnyCaller]
    public override async Task GetObservationTemplate(
        V1.GetObservationTemplateRequest request, IServerStreamWriter<V1.GetObservationTemplateResponse> stream, ServerCallContext call)
    {
        var asked = TemplateRequest.Of(request);
        var (agency, content) = await requests.Read(call, async connection =>
        {
            var giving = await connection.RequireAgency(request.Agency, "agency", call.CancellationToken);
            var indicators = await connection.IndicatorsOf(request, call.CancellationToken);
            Check.Rule(new TemplatesAskForSomething(indicators.Count));
            if (asked.Form is not Form.Rows)
                Check.Rule(new JudgementsStandInRows(indicators.FirstOrDefault(indicator => indicator.IsJudgement)?.Written));
            var units = await connection.UnitsOf(asked, giving.UnitId, call.CancellationToken);
            var empty = new TemplateContent(indicators, units, asked.Periods, asked.Estimate, new Dictionary<ObservationKey, ObservationRow>());
            Check.Rule(new TemplatesFitAFile(empty.Size, asked.Form is Form.Indicators ? indicators.Count : asked.Periods.Count));
            return (giving, empty with { Given = await connection.GivenOf(asked, indicators, units, call.CancellationToken) });
        });
        var table = TemplateLayout.Of(content, asked.Form);
        var isCsv = asked.Format is Format.Csv;
        var bytes = isCsv ? CsvTemplate.Write(table) : XlsxTemplate.Write(table);
        var file = new V1.GetObservationTemplateResponse.Types.File
        {
            FileName = $"so-lieu-{FileNameOf(agency)}.{(isCsv ? "csv" : "xlsx")}", Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), SizeBytes = bytes.Length,
        };
        await stream.Send(new() { File = file }, new MemoryStream(bytes), chunk => new() { Chunk = chunk }, call.CancellationToken);
    }

    // A code holds a colon, which not every file name may.
    private static string FileNameOf(KnownAgency agency) =>
        string.Concat((agency.Codes.Length > 0 ? agency.Codes[0] : $"{agency.Id}").Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'));
}
