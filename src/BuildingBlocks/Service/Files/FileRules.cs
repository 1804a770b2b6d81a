using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Files;

/// <summary>A file is kept when the installation's virus scanner found nothing in it.</summary>
/// <param name="Found">What the scanner calls it; null for nothing.</param>
public sealed record FilesAreFreeOfViruses(string? Found) : IRule
{
    public bool IsBroken => Found is not null;
    public string Reason => "FILE_INFECTED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"The virus scanner found {Found} in this file; it was not kept.";
}

/// <summary>No file is kept that the virus scanner has not looked at, where the installation has one.</summary>
public sealed record FilesAreScanned : IRule
{
    public bool IsBroken => true;
    public string Reason => "FILE_NOT_SCANNED";
    public RuleKind Kind => RuleKind.Unavailable;
    public string Message => "The virus scanner does not answer, so no file is taken in; try again.";
}
