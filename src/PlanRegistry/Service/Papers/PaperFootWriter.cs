using DocumentFormat.OpenXml;
using SocialPolicy.PlanRegistry.Domain.Exports;

namespace SocialPolicy.PlanRegistry.Service.Papers;

/// <summary>The foot of a paper: recipients to the left, signature to the right.</summary>
internal static class PaperFootWriter
{
    private const int Half = 2_500;
    private const int LinesForTheHand = 4;

    public static IEnumerable<OpenXmlElement> Write(PaperFoot foot, bool isParty) =>
    [
        PaperStyles.Paragraph("", PaperStyles.Centred),
        PaperHeadWriter.TwoColumns(
            [
                PaperStyles.Paragraph(isParty ? "Nơi nhận" : "Nơi nhận:", PaperStyles.RecipientsHead),
                .. foot.Recipients.Select(line => PaperStyles.Paragraph(line.StartsWith('-') ? line : $"- {line}", PaperStyles.Recipients)),
            ],
            [
                .. foot.Authority.Select(line => PaperStyles.Paragraph(line, PaperStyles.Signature)),
                .. Enumerable.Range(0, LinesForTheHand).Select(_ => PaperStyles.Paragraph("", PaperStyles.Signature)),
                PaperStyles.Paragraph(foot.Signer, PaperStyles.Signature),
            ],
            Half,
            Half),
        PaperStyles.Paragraph(foot.Extract, PaperStyles.IdOf(PaperStyle.Note)),
    ];
}
