using System.Runtime.InteropServices;

namespace SocialPolicy.PlanText.Text;

internal enum TokenKind
{
    Word,
    Number,
    Sign,
    Break,
}

/// <summary>A word, number or sign of the flow; <paramref name="Text"/> is its folded form, shared between equal tokens.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(int Start, int End, TokenKind Kind, string Text)
{
    public bool Is(string text) => string.Equals(Text, text, StringComparison.Ordinal);

    public int Length => End - Start;

    public bool IsNumber => Kind == TokenKind.Number;

    public bool IsWord => Kind == TokenKind.Word;
}
