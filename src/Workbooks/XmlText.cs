using System.Xml;

namespace SocialPolicy.Workbooks;

/// <summary>Texts of documents hold characters that XML forbids (form feeds of pages, halves of pairs): they are left out.</summary>
public static class XmlText
{
    public static string Of(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var kept = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                kept.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                kept.Append(text[i]).Append(text[++i]);
        }

        return kept.ToString();
    }
}
