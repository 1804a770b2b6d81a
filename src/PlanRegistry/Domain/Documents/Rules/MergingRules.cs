using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Documents.Rules;

/// <summary>Only a stub can be merged: a known document stands for itself.</summary>
public sealed record OnlyStubsAreMerged(bool IsStub) : IRule
{
    public bool IsBroken => !IsStub;
    public string Reason => "DOCUMENT_NOT_A_STUB";
    public string Message => "Only a stub, known from citations alone, can be merged into another document.";
    public string? Field => "name";
}

/// <summary>A merged stub stands for another document for good: name that one.</summary>
public sealed record MergedDocumentsStandForAnother(Guid? Into, string Path) : IRule
{
    public bool IsBroken => Into is not null;
    public string Reason => "DOCUMENT_MERGED";
    public string Message => $"The document was merged into {Names.Of(Into!.Value)}: name that one.";
    public string? Field => Path;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["merged_into"] = Names.Of(Into!.Value) };
}

/// <summary>A stub means another document, never itself.</summary>
public sealed record StubsMeanAnotherDocument(bool Same) : IRule
{
    public bool IsBroken => Same;
    public string Reason => "DOCUMENT_MERGED_WITH_ITSELF";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A stub is merged into another document, not into itself.";
    public string? Field => "into";
}

/// <summary>Only a relation of this document can be ended.</summary>
public sealed record RelationsAreInTheGraph(string Name, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "RELATION_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"The graph has no relation {Name}.";
    public string? Field => "name";
}

/// <summary>A relation ends once.</summary>
public sealed record RelationsEndOnce(bool Ended) : IRule
{
    public bool IsBroken => Ended;
    public string Reason => "RELATION_ENDED";
    public string Message => "The relation is said no more already.";
    public string? Field => "name";
}

/// <summary>What the text of a plan says is said until its reading is corrected.</summary>
public sealed record RelationsOfPlansFollowTheirText(bool IsRead) : IRule
{
    public bool IsBroken => IsRead;
    public string Reason => "RELATION_OF_A_PLAN";
    public string Message => "The plan's own text says it: correct the reading instead.";
    public string? Field => "name";
}
