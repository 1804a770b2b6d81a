using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

/// <summary>Only jobs of this service can be asked for.</summary>
public sealed record JobsAreKnown(string Job, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "JOB_NOT_FOUND";
    public string Message => $"This service has no job {Job}. ListJobs names them.";
    public RuleKind Kind => RuleKind.Missing;
    public string Field => "name";
}

/// <summary>A job never runs twice at once, in whatever replica.</summary>
public sealed record JobsRunOnceAtATime(string Job, bool Claimed) : IRule
{
    public bool IsBroken => !Claimed;
    public string Reason => "JOB_RUNNING";
    public string Message => $"Job {Job} is running. Wait until it has ended.";
}
