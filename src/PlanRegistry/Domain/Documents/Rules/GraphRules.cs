using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Documents.Rules;

/// <summary>Only documents of the graph can be asked for.</summary>
public sealed record DocumentsAreInTheGraph(string Name, string Path, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "DOCUMENT_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"The graph has no document {Name}.";
    public string? Field => Path;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = Name };
}

/// <summary>A document is known by its number, or by its title when it has none.</summary>
public sealed record DocumentsHaveAKey(string Path, DocumentKey Key) : IRule
{
    public bool IsBroken => Key.Number is null && Key.Title is null;
    public string Reason => "DOCUMENT_WITHOUT_A_KEY";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A document is known by its number, or by its title when it has none: give one of them.";
    public string? Field => Path;
}

/// <summary>What a person describes is one document: a number alone belongs to many.</summary>
public sealed record DescriptionsMeanOneDocument(string Path, IReadOnlyList<Guid> Fitting) : IRule
{
    public bool IsBroken => Fitting.Count > 1;
    public string Reason => "DOCUMENT_AMBIGUOUS";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Fitting.Count} documents fit what is said: say the issuer, the province or the date as well, or name one of them.";
    public string? Field => Path;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["documents"] = Names.Of(Fitting, ", ") };
}

/// <summary>Who registers a known document again says nothing else of it; a change of it is an update.</summary>
public sealed record KnownDocumentsStand(Guid Id, IReadOnlyList<string> Fields) : IRule
{
    public bool IsBroken => Fields.Count > 0;
    public string Reason => "DOCUMENT_CONTRADICTED";
    public RuleKind Kind => RuleKind.Duplicate;
    public string Message => $"The graph knows this document with another {string.Join(", ", Fields)}: update it, or say the issuer or the date that tells yours apart.";
    public string? Field => $"document.{Fields[0]}";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = Names.Of(Id), ["fields"] = string.Join(", ", Fields) };
}

/// <summary>No document stands above itself: what would close a circle is refused when a person says it.</summary>
/// <param name="Path">The field of the request.</param>
/// <param name="Circle">The documents of the circle, the first one again at its end; empty when none is closed.</param>
public sealed record DocumentsStandInOrder(string Path, IReadOnlyList<Guid> Circle) : IRule
{
    public bool IsBroken => Circle.Count > 0;
    public string Reason => "DOCUMENT_CYCLE";
    public string Message => $"The document would stand above itself: {Names.Of(Circle, " > ")}.";
    public string? Field => Path;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["path"] = Names.Of(Circle, " > ") };
}

/// <summary>A document says no more than 500 things of others at once.</summary>
public sealed record RegistrationsStaySmall(int Count, int Max) : IRule
{
    public bool IsBroken => Count > Max;
    public string Reason => "TOO_MANY_RELATIONS";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A registration has at most {Max} relations; this has {Count}.";
    public string? Field => "relations";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["max"] = Max.ToString(CultureInfo.InvariantCulture) };
}

/// <summary>A walk follows 1 to 64 relations from its start.</summary>
public sealed record WalksEnd(int Depth, int Max) : IRule
{
    public bool IsBroken => Depth < 0 || Depth > Max;
    public string Reason => "DEPTH_OUT_OF_RANGE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"max_depth is 1 to {Max}, or 0 for the default; this is {Depth}.";
    public string? Field => "max_depth";
}

internal static class Names
{
    public static string Of(Guid document) => $"documents/{document}";

    public static string Of(IEnumerable<Guid> documents, string between) => string.Join(between, documents.Select(Of));
}
