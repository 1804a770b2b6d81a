using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Api.Health;

/// <summary>Health is asked of a service that this server offers, by its full name.</summary>
/// <param name="Service">As asked.</param>
/// <param name="Offered">What the comparison found.</param>
public sealed record ServicesAreOffered(string Service, bool Offered) : IRule
{
    public bool IsBroken => !Offered;
    public string Reason => "SERVICE_NOT_OFFERED";
    public string Message => $"This server offers no service '{Service}'.";
    public RuleKind Kind => RuleKind.Missing;
    public string Field => "service";
}
