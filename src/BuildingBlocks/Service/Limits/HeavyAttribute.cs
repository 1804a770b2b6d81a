namespace SocialPolicy.BuildingBlocks.Service.Limits;

/// <summary>Stands above an RPC that costs far more than most: a caller has only so many of them open at a time, streams included.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HeavyAttribute : Attribute;
