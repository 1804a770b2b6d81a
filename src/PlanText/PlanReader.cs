using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Targets;

namespace SocialPolicy.PlanText;

/// <summary>Reads a Vietnamese administrative plan document into a structure in which every item carries its place.</summary>
public static class PlanReader
{
    /// <summary>Reads the decoded text of a document. Never fails on its content; time is linear in its length.</summary>
    public static Reading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var flow = Flow.Of(SourceText.Of(text));
        var outline = Outline.Of(flow);
        var targets = new TargetSections(flow, outline, null).Read();
        return new Reading
        {
            IsPlan = true,
            Targets = targets.Targets,
            VisionTargets = targets.Vision,
        };
    }
}
