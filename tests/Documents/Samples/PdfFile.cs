using System.Globalization;
using System.Text;

namespace SocialPolicy.Documents.Samples;

/// <summary>Makes the smallest PDF files that have pages of text.</summary>
internal static class PdfFile
{
    /// <summary>Each page a text of lines in Latin letters.</summary>
    public static byte[] Of(params string[] pages) => Write("", pages.Select(page => $"BT /F1 12 Tf 14 TL 72 760 Td {string.Concat(page.Split('\n').Select(line => $"({line}) Tj T* "))}ET"));

    /// <summary>Each page what <see cref="PdfPageContent"/> has drawn.</summary>
    public static byte[] Of(params PdfPageContent[] pages) => Write("", pages.Select(page => page.ToString()));

    /// <summary>A page with a drawn square: what a scan is to a reader of text.</summary>
    public static byte[] Scan() => Write("", ["100 100 200 200 re f"]);

    /// <summary>Names a password that is not the empty one, which is enough for nobody to open it.</summary>
    public static byte[] Protected() => Write(
        $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <{new string('5', 64)}> /U <{new string('7', 64)}> >> /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]",
        ["BT ET"]);

    private static byte[] Write(string trailer, IEnumerable<string> pages)
    {
        var contents = pages.ToList();
        var kids = string.Join(' ', contents.Select((_, i) => $"{Number(4 + (2 * i))} 0 R"));
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{kids}] /Count {Number(contents.Count)} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        foreach (var content in contents)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {Number(objects.Count + 2)} 0 R >>");
            objects.Add($"<< /Length {Number(content.Length)} >>\nstream\n{content}\nendstream");
        }

        return Encoding.Latin1.GetBytes(Assemble(objects, trailer));
    }

    private static string Assemble(List<string> objects, string trailer)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        return file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n").ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
