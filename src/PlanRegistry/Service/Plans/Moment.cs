namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>Which state of a plan is meant: in force on a day, as the register knew it at a time; null: as it knows now.</summary>
internal readonly record struct Moment(DateOnly On, DateTimeOffset? KnownAt);
