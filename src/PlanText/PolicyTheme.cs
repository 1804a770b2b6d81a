using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanText.Targets;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText;

/// <summary>The field of social policy that words speak of.</summary>
public static class PolicyTheme
{
    /// <summary>A word such as <c>y_te</c>, as targets have it; null when nothing points to one.</summary>
    public static string? Of(string text) => Themes.Of(Tokenizer.Cut(TextFolding.Fold(text)));
}
