using System.Runtime.InteropServices;

namespace SocialPolicy.PlanText.Layout;

internal enum MarkerKind
{
    None,
    Bullet,

    /// <summary>"Phần I", "Phần thứ hai"; its words may stand on the next line.</summary>
    Part,

    /// <summary>"A.", "B.".</summary>
    Capital,

    /// <summary>"I.", "IV.".</summary>
    Roman,

    /// <summary>"1.", "2.1.", "1.1 .".</summary>
    Arabic,

    /// <summary>"a)", "đ)".</summary>
    Letter,
}

/// <summary>What a line begins with: the kind, its label ("IV", "2.1", "đ"), depth of an Arabic label, and where the words begin.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Marker(MarkerKind Kind, string Label, int Depth, int Length)
{
    public static readonly Marker None = new(MarkerKind.None, "", 0, 0);

    public bool IsNumbered => Kind is not (MarkerKind.None or MarkerKind.Bullet);
}
