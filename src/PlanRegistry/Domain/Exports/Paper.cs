namespace SocialPolicy.PlanRegistry.Domain.Exports;

/// <summary>A plan as a paper in the form of Nghị định 30/2020/NĐ-CP, or of a Party document: what stands where, in which style.</summary>
/// <param name="Head">Above the text.</param>
/// <param name="Parts">The text.</param>
/// <param name="Foot">Below it.</param>
public sealed record Paper(PaperHead Head, IReadOnlyList<PaperPart> Parts, PaperFoot Foot);

/// <summary>Issuer, number, place and day, and the title.</summary>
/// <param name="IsParty">In the form of a Party document.</param>
/// <param name="Issuer">In capitals, a line each.</param>
/// <param name="Number">"Số: 43/KH-UBND"; of a Party document "Số 12-KH/HU".</param>
/// <param name="PlaceAndDay">"Sơn La, ngày 06 tháng 02 năm 2024".</param>
/// <param name="Kind">"KẾ HOẠCH".</param>
/// <param name="Title">What it is about.</param>
/// <param name="Notes">By what it was amended, a line each.</param>
public sealed record PaperHead(bool IsParty, IReadOnlyList<string> Issuer, string Number, string PlaceAndDay, string Kind, string Title, IReadOnlyList<string> Notes);

/// <summary>Whom it goes to and who signed.</summary>
/// <param name="Recipients">Nơi nhận, a line each.</param>
/// <param name="Authority">"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".</param>
/// <param name="Signer">The name; empty when the document has none.</param>
/// <param name="Extract">What this paper is and is not.</param>
public sealed record PaperFoot(IReadOnlyList<string> Recipients, IReadOnlyList<string> Authority, string Signer, string Extract);

/// <summary>A paragraph or a table of the text.</summary>
public abstract record PaperPart
{
    private PaperPart()
    {
    }

    /// <summary>One paragraph.</summary>
    public sealed record Paragraph(PaperStyle Style, string Text) : PaperPart;

    /// <summary>A table with a row of headings.</summary>
    /// <param name="Columns">Heading and width in percent of the page.</param>
    /// <param name="Rows">As many cells each as there are columns.</param>
    public sealed record Table(IReadOnlyList<(string Heading, int Width)> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperPart;
}

/// <summary>How a paragraph looks.</summary>
public enum PaperStyle
{
    /// <summary>A legal basis: italic.</summary>
    Basis,

    /// <summary>I., II.: bold capitals.</summary>
    Part,

    /// <summary>1., 2.: bold.</summary>
    Heading,

    /// <summary>1.1.: bold and italic.</summary>
    Subheading,

    /// <summary>A paragraph.</summary>
    Text,

    /// <summary>A dash and what follows it.</summary>
    Item,

    /// <summary>Below an item.</summary>
    Subitem,

    /// <summary>A remark of the register: small.</summary>
    Note,
}
