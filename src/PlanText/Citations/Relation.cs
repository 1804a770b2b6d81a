using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Citations;

/// <summary>
/// The relation that holds while one paragraph is read on: the verb in front of documents counts until the next verb. A change that a
/// cited document makes ("Nghị định số ... sửa đổi, bổ sung Nghị định số ...") is no act of the plan; what it changes is only mentioned.
/// </summary>
internal sealed class Relation(Token[] tokens, LegalRelationship first)
{
    private LegalRelationship current = first;

    // A list of bases may be cut inside a sentence.
    private bool isCited = first != LegalRelationship.Cites;
    private bool isChangedByOthers;

    /// <summary>The relation at a token; tokens are asked for in their order.</summary>
    public LegalRelationship At(int at)
    {
        if (DocumentWords.Restarts.IsAt(tokens, at))
            isCited = isChangedByOthers = false;
        if (DocumentWords.Openers.Match(tokens, at, out var opener) > 0)
        {
            isChangedByOthers = isCited && (opener is LegalRelationship.Amends or LegalRelationship.Replaces);
            if (!isChangedByOthers)
                current = opener;
        }

        return isChangedByOthers ? LegalRelationship.Cites : current;
    }

    /// <summary>Notes that a document has been cited: what follows may be said of it.</summary>
    public void Cite() => isCited = true;
}
