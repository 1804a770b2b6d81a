namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>How far the roles that a method is for count: what it may be about.</summary>
public enum Sphere
{
    /// <summary>Anything: what the method shows or does is nobody's own.</summary>
    Anything,

    /// <summary>What the whole installation shares, as the directory: callers whom no agency bounds.</summary>
    Installation,

    /// <summary>What an agency keeps that the caller acts for, or that is below one of those.</summary>
    Reach,

    /// <summary>What is an agency's own: the caller acts for it.</summary>
    Agency,
}
