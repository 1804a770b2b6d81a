using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Notifications.Domain.Notices;

/// <summary>Mail is redirected to an address.</summary>
public sealed record RedirectingNeedsAnAddress(bool Redirects, string? Address) : IRule
{
    public bool IsBroken => Redirects && string.IsNullOrEmpty(Address);
    public string Reason => "REDIRECT_ADDRESS_REQUIRED";
    public string Message => "Mode REDIRECT needs the address that all mail goes to.";
}

/// <summary>An address is one that mail can go to.</summary>
public sealed record AddressesAreWellFormed(string Path, bool WellFormed) : IRule
{
    public bool IsBroken => !WellFormed;
    public string Reason => "ADDRESS_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"'{Path}' is no mail address.";
    public string? Field => Path;
}

/// <summary>A notice that a request names is there.</summary>
public sealed record NoticesAreKnown(Guid Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "NOTICE_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"There is no notice notices/{Id}.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = $"notices/{Id}" };
}

/// <summary>Only what is in an inbox can be acknowledged there.</summary>
public sealed record OnlyTheInboxIsAcknowledged(Channel Channel, NoticeState State) : IRule
{
    public bool IsBroken => Channel is not Channel.Inbox || State is not (NoticeState.Sent or NoticeState.Acknowledged);
    public string Reason => "NOTICE_NOT_IN_INBOX";
    public string Message => "Only a notice that is in the inbox can be acknowledged.";
}
