using System.Reflection;
using System.Runtime.CompilerServices;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Errors;

/// <summary>A rule as callers may meet it.</summary>
/// <param name="Rule">The type, named for what it demands.</param>
/// <param name="Reason">The word on the wire.</param>
/// <param name="Kind">What kind of refusal it is.</param>
public sealed record KnownRule(Type Rule, string Reason, RuleKind Kind)
{
    /// <summary>The canonical code it is refused with.</summary>
    public StatusCode Code => Kind.Code();
}

/// <summary>Every rule of a set of assemblies. Reasons and kinds are constants of their types, so no instance is needed.</summary>
public static class RuleCatalogue
{
    /// <summary>By reason.</summary>
    public static IReadOnlyList<KnownRule> Of(params IEnumerable<Assembly> assemblies) =>
    [
        .. assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRule)))
            .Select(Known)
            .OrderBy(rule => rule.Reason, StringComparer.Ordinal),
    ];

    private static KnownRule Known(Type type)
    {
        var rule = (IRule)RuntimeHelpers.GetUninitializedObject(type);
        return new(type, rule.Reason, rule.Kind);
    }
}
