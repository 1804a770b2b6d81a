using System.Runtime.InteropServices;

namespace SocialPolicy.PlanText;

/// <summary>A piece of the document as received: UTF-16 offsets, end exclusive.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two pieces share at least one code unit.</summary>
    public bool Touches(TextSpan other) => Math.Min(End, other.End) > Math.Max(Start, other.Start);
}
