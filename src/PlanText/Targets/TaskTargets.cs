using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Numeric goals that stand inside tasks: shares that the text commits to, never scheme names or counts in passing.</summary>
internal sealed class TaskTargets(Flow flow, Outline outline)
{
    private static readonly PhraseTable<bool> Commitments = Phrases.Of(
        "phấn đấu", "phân đầu", "đảm bảo", "bảo đảm", "đạt", "đến năm", "đến cuối năm", "đến hết năm", "tối thiểu", "ít nhất", "hoàn thành", "giải quyết xong", "duy trì");

    public IReadOnlyList<Target> Read()
    {
        var targets = new List<Target>();
        var reader = new TargetReader(flow);
        foreach (var block in outline.Of(SectionKind.Tasks).SelectMany(section => section.Blocks))
            reader.Read(block, block.FirstToken, null, targets, IsCommitment);
        return targets;
    }

    private bool IsCommitment(Piece piece) =>
        piece.Quantity is { IsPercent: true } && Commitments.IsIn(flow.Tokens.AsSpan(piece.From, piece.To - piece.From));
}
