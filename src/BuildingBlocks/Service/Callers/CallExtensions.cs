using Grpc.Core;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>The caller of a call.</summary>
public static class CallExtensions
{
    private static readonly object Key = new();

    /// <summary>Who calls; <see cref="Caller.Nobody"/> in an RPC for anyone that was called without a token.</summary>
    public static Caller Caller(this ServerCallContext call) =>
        call.UserState.TryGetValue(Key, out var caller) ? (Caller)caller : Callers.Caller.Nobody;

    internal static void IsFrom(this ServerCallContext call, Caller caller) => call.UserState[Key] = caller;
}
