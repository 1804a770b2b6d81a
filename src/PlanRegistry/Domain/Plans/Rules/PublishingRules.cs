using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Plans.Rules;

/// <summary>Only a plan whose reading a person has confirmed can be published.</summary>
public sealed record OnlyConfirmedPlansCanBePublished(PlanState State) : IRule
{
    public bool IsBroken => State is PlanState.Read;
    public string Reason => "PLAN_NOT_CONFIRMED";
    public string Message => "Only a plan whose reading a person has confirmed can be published.";
}

/// <summary>A published plan never changes again; an amendment makes a new version of it.</summary>
public sealed record PublishedPlansNeverChange(PlanState State) : IRule
{
    public bool IsBroken => State is PlanState.Published;
    public string Reason => "PLAN_ALREADY_PUBLISHED";
    public string Message => "A published plan never changes again; an amendment makes a new version of it.";
}

/// <summary>A plan is published under its title: correct the reading to give it one.</summary>
public sealed record PublishedPlansHaveATitle(string? Title) : IRule
{
    public bool IsBroken => Title is null;
    public string Reason => "PLAN_WITHOUT_TITLE";
    public string Message => "A plan is published under its title; correct the reading to give it one.";
}

/// <summary>A plan is published in the name of its issuer: correct the reading to give it one.</summary>
public sealed record PublishedPlansHaveAnIssuer(string? Issuer) : IRule
{
    public bool IsBroken => Issuer is null;
    public string Reason => "PLAN_WITHOUT_ISSUER";
    public string Message => "A plan is published in the name of its issuer; correct the reading to give it one.";
}

/// <summary>Only a published plan is amended; until then its reading is corrected.</summary>
public sealed record OnlyPublishedPlansAreAmended(PlanState State) : IRule
{
    public bool IsBroken => State is not PlanState.Published;
    public string Reason => "PLAN_NOT_PUBLISHED";
    public string Message => "Only a published plan is amended; until then its reading is corrected.";
}
