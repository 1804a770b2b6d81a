using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Google.Protobuf;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Owners;

/// <summary>Workbooks of owners, exported, filled in as an officer does, and sent back.</summary>
internal static class OwnerFiles
{
    public static async Task<(V1.ExportOwnersResponse.Types.File File, byte[] Bytes)> Export(this Registry registry, V1.Plan plan)
    {
        using var call = registry.Owners.ExportOwners(new() { Plan = plan.Name });
        await call.ResponseStream.MoveNext(CancellationToken.None);
        var file = call.ResponseStream.Current.File;
        var bytes = new MemoryStream();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            bytes.Write(call.ResponseStream.Current.Chunk.Span);
        return (file, bytes.ToArray());
    }

    public static async Task<V1.ImportOwnersResponse> Return(this Registry registry, byte[] bytes, V1.ImportOwnersRequest.Types.File file)
    {
        using var call = registry.Owners.ImportOwners();
        await call.RequestStream.WriteAsync(new() { File = file });
        foreach (var chunk in bytes.Chunk(1 << 20))
            await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(chunk) });
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    /// <summary>The texts of a sheet, by cell.</summary>
    public static IReadOnlyDictionary<string, string> Cells(byte[] bytes, string sheet = "Phân công")
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        return Sheet(document, sheet).Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, cell => cell.InnerText);
    }

    /// <summary>The numbers of the rows that name an item.</summary>
    public static IReadOnlyList<int> Rows(byte[] bytes) =>
        [.. Cells(bytes).Where(cell => cell.Key[0] == 'A' && cell.Value.Contains("s/", StringComparison.Ordinal)).Select(cell => int.Parse(cell.Key[1..], CultureInfo.InvariantCulture)).Where(row => row > 4)];

    /// <summary>The row of an item.</summary>
    public static int RowOf(byte[] bytes, string item) =>
        int.Parse(Cells(bytes).Single(cell => cell.Key.StartsWith('A') && item.EndsWith(cell.Value, StringComparison.Ordinal) && cell.Value.Contains('/', StringComparison.Ordinal)).Key[1..], CultureInfo.InvariantCulture);

    /// <summary>An archive of a few hundred bytes that unpacks to 30 MB.</summary>
    public static byte[] Bomb()
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("[Content_Types].xml").Open().Dispose();
            using var bomb = archive.CreateEntry("xl/bomb.bin", CompressionLevel.SmallestSize).Open();
            bomb.Write(new byte[30 << 20]);
        }

        return file.ToArray();
    }

    /// <summary>The workbook with other texts in some cells, as shared strings, as office programs save them.</summary>
    public static byte[] With(byte[] bytes, params (string Cell, string Text)[] changes)
    {
        var copy = new MemoryStream();
        copy.Write(bytes);
        using (var document = SpreadsheetDocument.Open(copy, true))
        {
            var book = document.WorkbookPart!;
            var strings = (book.SharedStringTablePart ?? book.AddNewPart<SharedStringTablePart>()).SharedStringTable ??= new SharedStringTable();
            foreach (var (reference, text) in changes)
            {
                var cell = Sheet(document, "Phân công").Descendants<Cell>().Single(cell => cell.CellReference == reference);
                cell.RemoveAllChildren();
                cell.DataType = CellValues.SharedString;
                cell.Append(new CellValue($"{strings.ChildElements.Count}"));
                strings.Append(new SharedStringItem(new Text(text)));
            }
        }

        return copy.ToArray();
    }

    private static Worksheet Sheet(SpreadsheetDocument document, string name)
    {
        var sheet = document.WorkbookPart!.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == name);
        return ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet;
    }
}
