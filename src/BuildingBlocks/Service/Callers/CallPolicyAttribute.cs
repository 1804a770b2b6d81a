namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>
/// Who may call an RPC. Exactly one stands above the method that overrides it; an RPC without one keeps the service from
/// starting.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class CallPolicyAttribute : Attribute
{
    /// <summary>The check itself; <see cref="Caller.Nobody"/> is a caller without a token.</summary>
    internal abstract bool Allows(Caller caller);

    /// <summary>True when a call without a valid token is refused before <see cref="Allows"/> is asked.</summary>
    internal virtual bool NeedsCaller => true;

    /// <summary>True when a command may commit only after it has asked whose it is.</summary>
    internal virtual bool MustAskWhose => false;
}

/// <summary>Callers that hold at least one of these roles, within the sphere in which their agencies give it to them.</summary>
public sealed class AllowedToAttribute(params Role[] roles) : CallPolicyAttribute
{
    /// <summary>At least one.</summary>
    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>
    /// What of. In <see cref="Sphere.Reach"/> and <see cref="Sphere.Agency"/> the method itself asks whose it is, by <see cref="Reach"/>;
    /// a command that ends without having asked is taken back.
    /// </summary>
    public Sphere Within { get; init; }

    internal override bool Allows(Caller caller) => caller.IsAny(roles) && (Within is not Sphere.Installation || caller.IsUnbounded);

    internal override bool MustAskWhose => Within is Sphere.Reach or Sphere.Agency;
}

/// <summary>Every caller with a valid token, whatever its roles.</summary>
public sealed class AllowedToAnyCallerAttribute : CallPolicyAttribute
{
    internal override bool Allows(Caller caller) => true;
}

/// <summary>Everyone, without a token too: health and reflection.</summary>
public sealed class AllowedToAnyoneAttribute : CallPolicyAttribute
{
    internal override bool Allows(Caller caller) => true;

    internal override bool NeedsCaller => false;
}
