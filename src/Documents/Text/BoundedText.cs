using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Documents.Text;

/// <summary>A text being written, refused as soon as it is too long to be read.</summary>
internal sealed class BoundedText
{
    private readonly StringBuilder text = new();

    public bool IsEmpty => text.Length == 0;

    public BoundedText Append(ReadOnlySpan<char> more)
    {
        Check.Rule(new TextsAreShortEnoughToRead(text.Length + more.Length));
        text.Append(more);
        return this;
    }

    public override string ToString() => text.ToString();
}
