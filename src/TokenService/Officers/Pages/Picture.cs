using System.Globalization;
using System.Text;
using QRCoder;

namespace SocialPolicy.TokenService.Officers.Pages;

/// <summary>A text as a picture that a camera reads (QR), drawn in the page itself: no script, no file, no style of its own.</summary>
internal static class Picture
{
    public static string Of(string text, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L);
        var (rows, path) = (data.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var begin = x;
                while (x < rows[y].Count && rows[y][x])
                    x++;
                if (x > begin)
                    path.Append(CultureInfo.InvariantCulture, $"M{begin} {y}h{x - begin}v1h-{x - begin}z");
            }
        }

        var size = rows.Count.ToString(CultureInfo.InvariantCulture);
        return $"""<svg class="picture" viewBox="0 0 {size} {size}" role="img" aria-label="{Page.Encode(label)}" shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>""";
    }
}
