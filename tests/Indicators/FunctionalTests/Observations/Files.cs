using System.IO.Compression;
using System.Security;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using Sent = SocialPolicy.Indicators.V1.ImportObservationsRequest.Types.File;

namespace SocialPolicy.Indicators.FunctionalTests.Observations;

/// <summary>Files of values as officers send them.</summary>
internal static class Files
{
    public static Sent By(ChangedAgency agency) => new() { Agency = agency.Codes[0], FileName = "C:\\bao-cao\\so-lieu.csv" };

    public static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));

    /// <summary>A workbook as an office program saves it: texts shared, numbers as numbers.</summary>
    public static byte[] Workbook(params IReadOnlyList<object?>[] rows)
    {
        var texts = rows.SelectMany(row => row).OfType<string>().Distinct().ToList();
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Add("_rels/.rels", Relation("r1", "officeDocument", "xl/workbook.xml"));
            Add("xl/workbook.xml", "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"Trang khác\" sheetId=\"1\" r:id=\"s1\"/><sheet name=\"Số liệu\" sheetId=\"2\" r:id=\"s2\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", Relation("s2", "worksheet", "worksheets/sheet2.xml", Relation("s3", "sharedStrings", "sharedStrings.xml")));
            Add("xl/sharedStrings.xml", $"<sst>{string.Concat(texts.Select(text => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>"))}</sst>");
            Add("xl/worksheets/sheet2.xml", $"<worksheet><sheetData>{string.Concat(rows.Select(Row))}</sheetData></worksheet>");

            void Add(string name, string content)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();

        string Row(IReadOnlyList<object?> row, int index) => $"<row r=\"{index + 1}\">{string.Concat(row.Select((cell, column) => Cell(cell, $"{(char)('A' + column)}{index + 1}")))}</row>";

        string Cell(object? cell, string at) => cell switch
        {
            null => "",
            string text => $"<c r=\"{at}\" t=\"s\"><v>{texts.IndexOf(text)}</v></c>",
            bool flag => $"<c r=\"{at}\" t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
            _ => FormattableString.Invariant($"<c r=\"{at}\"><v>{cell:R}</v></c>"),
        };
    }

    public static Task<V1.RecordObservationsResponse> Import(this V1.ObservationService.ObservationServiceClient officer, Sent file, byte[] bytes) =>
        officer.Import([new() { File = file }, .. bytes.Chunk(1000).Select(chunk => new V1.ImportObservationsRequest { Chunk = ByteString.CopyFrom(chunk) })]);

    public static async Task<V1.RecordObservationsResponse> Import(this V1.ObservationService.ObservationServiceClient officer, params V1.ImportObservationsRequest[] messages)
    {
        using var call = officer.ImportObservations();
        try
        {
            foreach (var message in messages)
                await call.RequestStream.WriteAsync(message);
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The service may answer before the last message; what it says stands in the response.
        }

        return await call.ResponseAsync;
    }

    private static string Relation(string id, string type, string target, string? further = null) =>
        $"<Relationships><Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\"/>{further?.Replace("<Relationships>", "").Replace("</Relationships>", "")}</Relationships>";
}
