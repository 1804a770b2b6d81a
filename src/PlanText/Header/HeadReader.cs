using SocialPolicy.PlanText.Citations;
using SocialPolicy.PlanText.Layout;

namespace SocialPolicy.PlanText.Header;

/// <summary>
/// Reads what the document says of itself as a whole. What a plan does not say, the decision around it says; without one
/// <paramref name="envelope"/> is the plan's own outline.
/// </summary>
internal sealed class HeadReader(Flow flow, Outline outline, Outline envelope)
{
    private const int LongestDraftLine = 80;
    private readonly DocumentHead own = new(flow, outline);
    private readonly DocumentHead around = new(flow, envelope);

    public Reading Read()
    {
        var province = ProvinceReader.Read(flow, own.Place ?? around.Place);
        var closing = new ClosingReader(flow, outline);
        var closingAround = new ClosingReader(flow, envelope);
        var signer = closing.Signer() ?? closingAround.Signer();
        var flags = Flags();
        return new Reading
        {
            IsPlan = IsPlan(),
            Number = own.Number ?? around.Number,
            IssuedOn = own.IssuedOn ?? around.IssuedOn,
            IssuedOnPartial = own.IssuedOn is null && around.IssuedOn is null ? own.Partial ?? around.Partial : null,
            Status = StatusOf(flags, signer),
            Issuer = new IssuerReader(flow, envelope).Read(own.Place ?? around.Place, province),
            Province = province,
            Signer = signer,
            Title = own.Title ?? around.Title,
            Period = new PeriodReader(flow, outline).Read(own.Title ?? around.Title),
            LegalBases = new CitationReader(flow).Read([.. new[] { envelope, outline }.Distinct()], own.Number ?? around.Number),
            Recipients = closing.Recipients() is { Count: > 0 } recipients ? recipients : closingAround.Recipients(),
            Flags = flags,
        };
    }

    // A document that names no kind is a plan when its title or the decision around it says so and its sections are those of a plan.
    private bool IsPlan() =>
        own.IsPlanKind ?? ((own.Title is not null || own.Number is not null || around.IsPlanKind is not null) && outline.Sections.Any(section => section.Kind is SectionKind.Targets or SectionKind.Tasks));

    private DocumentStatus? StatusOf(List<string> flags, Signer? signer)
    {
        if (flags.Contains(Flag.Draft) || (around.NumberIsBlank && signer is null))
            return DocumentStatus.Draft;
        return around.Number is not null || own.Number is not null || signer is not null ? DocumentStatus.Issued : null;
    }

    private List<string> Flags()
    {
        var flags = new List<string>();
        if (around.NumberIsBlank)
            flags.Add(Flag.NumberBlank);
        if (envelope.Preamble.Blocks.Any(block => block.End - block.Start < LongestDraftLine && HeaderWords.Drafts.IsIn(flow.TokensOf(block))))
            flags.Add(Flag.Draft);
        return flags;
    }
}
