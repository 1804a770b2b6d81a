using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Exports;

/// <summary>What stands above and below the text (Nghị định 30/2020/NĐ-CP, Phụ lục I; Party documents by their own rules).</summary>
internal static class PaperForms
{
    private static readonly (string Begins, string Committee)[] Bodies =
    [
        ("UBND", "ỦY BAN NHÂN DÂN"), ("Ủy ban nhân dân", "ỦY BAN NHÂN DÂN"), ("HĐND", "HỘI ĐỒNG NHÂN DÂN"), ("Hội đồng nhân dân", "HỘI ĐỒNG NHÂN DÂN"),
    ];

    // Whoever signs for one of these says so.
    private static readonly string[] Chairs = ["CHỦ TỊCH", "GIÁM ĐỐC", "TRƯỞNG PHÒNG", "CHÁNH VĂN PHÒNG"];

    private static readonly (string Symbol, string Kind)[] Kinds =
    [
        ("CTr", "CHƯƠNG TRÌNH"), ("CTHĐ", "CHƯƠNG TRÌNH HÀNH ĐỘNG"), ("NQ", "NGHỊ QUYẾT"), ("QĐ", "QUYẾT ĐỊNH"), ("ĐA", "ĐỀ ÁN"),
    ];

    public static PaperHead HeadOf(PlanHeader header, IReadOnlyList<string> amendedBy)
    {
        var party = header.IssuerSystem is GovernmentSystem.Party;
        var number = header.Number ?? "";
        return new(
            party,
            IssuerOf(header.Issuer ?? ""),
            party ? $"Số {number}" : $"Số: {number}",
            $"{(header.Province is { } place ? $"{WithoutKind(place)}, " : "")}{VietnameseWords.InWords(header.IssuedOn)}",
            KindOf(number),
            WithoutKindOfDocument(header.Title ?? "", KindOf(number)),
            amendedBy.Count == 0 ? [] : [.. amendedBy.Select(line => $"Được sửa đổi, bổ sung theo {line}")]);
    }

    public static PaperFoot FootOf(PlanHeader header, IReadOnlyList<string> recipients, DateOnly on, DateOnly writtenOn) => new(
        recipients,
        AuthorityOf(header),
        header.Signer ?? "",
        $"Bản trích xuất từ sổ đăng ký kế hoạch ngày {VietnameseWords.Day(writtenOn)}, theo nội dung có hiệu lực ngày {VietnameseWords.Day(on)}; không thay thế văn bản gốc.");

    // "UBND tỉnh Sơn La" in two lines of capitals.
    private static IReadOnlyList<string> IssuerOf(string issuer)
    {
        foreach (var (begins, committee) in Bodies)
        {
            if (issuer.StartsWith(begins, StringComparison.OrdinalIgnoreCase))
                return [.. new[] { committee, issuer[begins.Length..].Trim().ToUpperInvariant() }.Where(line => line.Length > 0)];
        }

        return [issuer.ToUpperInvariant()];
    }

    private static IReadOnlyList<string> AuthorityOf(PlanHeader header)
    {
        var title = header.SignerTitle?.ToUpperInvariant() ?? "";
        var body = IssuerOf(header.Issuer ?? "");
        if (header.IssuerSystem is GovernmentSystem.Party)
            return [.. new[] { body.Count > 0 && body[0].Length > 0 ? $"T/M {body[0]}" : "", title }.Where(line => line.Length > 0)];
        var committee = body.Count > 1 ? $"TM. {body[0]}" : "";
        var chair = Array.Find(Chairs, one => title.StartsWith($"PHÓ {one}", StringComparison.Ordinal)) is { } head ? $"KT. {head}" : "";
        return [.. new[] { committee, chair, title }.Where(line => line.Length > 0)];
    }

    private static string KindOf(string number)
    {
        var symbol = number.Split('/', '-');
        return Kinds.FirstOrDefault(kind => symbol.Contains(kind.Symbol, StringComparer.OrdinalIgnoreCase)).Kind ?? "KẾ HOẠCH";
    }

    // The title may begin with the kind, which stands above it.
    private static string WithoutKindOfDocument(string title, string kind) =>
        title.StartsWith(kind, StringComparison.OrdinalIgnoreCase) ? title[kind.Length..].TrimStart(' ', ':', '-') : title;

    private static string WithoutKind(string place)
    {
        foreach (var kind in (string[])["tỉnh ", "thành phố ", "TP. ", "TP "])
        {
            if (place.StartsWith(kind, StringComparison.OrdinalIgnoreCase))
                return place[kind.Length..];
        }

        return place;
    }
}
