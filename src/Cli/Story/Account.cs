using SocialPolicy.Reporting.V1;
using Plan = SocialPolicy.PlanRegistry.V1.Plan;

namespace SocialPolicy.Cli.Story;

/// <summary>Who still owes a report under a plan, and who has settled; neither those who were invited nor the receiver itself.</summary>
internal sealed record Account(Plan Plan, IReadOnlyList<Obligation> Owing, IReadOnlyList<Obligation> Settled);
