namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>Which state of a plan is meant: in force on a day, as the register knew it at a time.</summary>
internal readonly record struct Moment(DateOnly On, DateTimeOffset KnownAt);
