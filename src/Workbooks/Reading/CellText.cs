using System.Text;
using System.Xml;

namespace SocialPolicy.Workbooks.Reading;

/// <summary>Gathers the text of a cell from the elements that hold it. How it is pronounced is no part of it.</summary>
internal sealed class CellText
{
    private readonly StringBuilder text = new();
    private bool isHeld;
    private bool isPronunciation;

    public void Begin() => (text.Length, isHeld, isPronunciation) = (0, false, false);

    /// <summary>Takes a node.</summary>
    /// <param name="reader">At the node.</param>
    /// <param name="holders">The names of elements that hold text.</param>
    public void Take(XmlReader reader, params ReadOnlySpan<string> holders)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when reader.LocalName == "rPh":
                isPronunciation = !reader.IsEmptyElement;
                break;
            case XmlNodeType.EndElement when reader.LocalName == "rPh":
                isPronunciation = false;
                break;
            case XmlNodeType.Element when holders.Contains(reader.LocalName):
                isHeld = !reader.IsEmptyElement && !isPronunciation;
                break;
            case XmlNodeType.EndElement when holders.Contains(reader.LocalName):
                isHeld = false;
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when isHeld:
                text.Append(reader.Value);
                break;
        }
    }

    public override string ToString() => text.ToString().Trim();
}
