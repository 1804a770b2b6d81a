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
}

/// <summary>Callers that hold at least one of these roles.</summary>
public sealed class AllowedToAttribute(params Role[] roles) : CallPolicyAttribute
{
    /// <summary>At least one.</summary>
    public IReadOnlyList<Role> Roles { get; } = roles;

    internal override bool Allows(Caller caller) => caller.IsAny(roles);
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
