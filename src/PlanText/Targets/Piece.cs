namespace SocialPolicy.PlanText.Targets;

/// <summary>One assertion: token range, its quantity (null for a state to be reached), and whether "trong đó" makes it a part of the one before.</summary>
internal sealed record Piece(int From, int To, Quantity? Quantity, bool IsPart, int Clause);
