using Grpc.Core;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>The caller of a call.</summary>
public static class CallExtensions
{
    private static readonly object Key = new();
    private static readonly object PolicyKey = new();

    /// <summary>Who calls; <see cref="Caller.Nobody"/> in an RPC for anyone that was called without a token.</summary>
    public static Caller Caller(this ServerCallContext call) =>
        call.UserState.TryGetValue(Key, out var caller) ? (Caller)caller : Callers.Caller.Nobody;

    /// <summary>True when the method's policy lets a command commit only after it has asked whose it is.</summary>
    internal static bool MustAskWhose(this ServerCallContext call) => call.UserState.TryGetValue(PolicyKey, out var policy) && ((CallPolicyAttribute)policy).MustAskWhose;

    internal static void IsUnder(this ServerCallContext call, CallPolicyAttribute policy) => call.UserState[PolicyKey] = policy;

    internal static void IsFrom(this ServerCallContext call, Caller caller) => call.UserState[Key] = caller;
}
