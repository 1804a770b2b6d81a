using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Owners;

/// <summary>What the section on organisation (tổ chức thực hiện) asks of named agencies.</summary>
/// <param name="Numbering">Within the section.</param>
/// <param name="Agencies">As written.</param>
/// <param name="Items">What they are to do, as written.</param>
/// <param name="Span">Where the heading stands.</param>
public sealed record PlanOrganisationDuty(string Numbering, IReadOnlyList<string> Agencies, IReadOnlyList<string> Items, TextSpan Span)
{
    /// <summary>The duties of a reading, in the order of the text; those of which nobody is named say nothing on owners.</summary>
    public static IReadOnlyList<PlanOrganisationDuty> Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return
        [
            .. reading.OrganisationDuties.Where(duty => duty.Agencies.Count > 0)
                .Select(duty => new PlanOrganisationDuty(duty.Numbering, duty.Agencies, [.. duty.Items.Select(item => item.Text)], duty.Span)),
        ];
    }
}
