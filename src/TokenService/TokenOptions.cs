using System.ComponentModel.DataAnnotations;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.TokenService.Officers.SecondFactors;

namespace SocialPolicy.TokenService;

/// <summary>Configuration section <c>Tokens</c>.</summary>
internal sealed class TokenOptions : IValidatableObject
{
    private const int ShortestSecret = 16;

    /// <summary>Holds keys and clients; created with mode 0700.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The claim <c>iss</c> and the address clients use. Absent: the address the service listens on.</summary>
    [Url]
    public string? Authority { get; set; }

    /// <summary>The platform's own services as clients: the secret of each, by its client id.</summary>
    public Dictionary<string, string> Services { get; } = new(StringComparer.Ordinal);

    /// <summary>Also lets the sandbox's clients in.</summary>
    public bool Sandbox { get; set; }

    /// <summary>The file that describes the sandbox's clients, see <see cref="Clients.SandboxClients"/>. A sandbox needs one.</summary>
    public string? SandboxClients { get; set; }

    /// <summary>How long a token is good for.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How old a key gets before another takes its place.</summary>
    public TimeSpan RotateAfter { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long a key is published before it signs: services fetch the keys every five minutes.</summary>
    public TimeSpan PublishedBeforeUse { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Requests a minute of one client from one address.</summary>
    [Range(1, 1_000_000)]
    public int PerMinuteOfClient { get; set; } = 120;

    /// <summary>Requests a minute from one address, whatever clients they name.</summary>
    [Range(1, 1_000_000)]
    public int PerMinuteOfAddress { get; set; } = 600;

    /// <summary>The programs officers sign in with besides the command line: the addresses each may be sent back to, by its client id.</summary>
    public Dictionary<string, string[]> Programs { get; } = new(StringComparer.Ordinal);

    /// <summary>How long an officer stays signed in, whatever is done: a day's work.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How long an officer stays signed in without doing anything.</summary>
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long the code of a sign-in is good for.</summary>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Tries of one officer's password in five minutes, from wherever.</summary>
    [Range(1, 1_000_000)]
    public int TriesOfOfficer { get; set; } = 10;

    /// <summary>Tries of passwords a minute from one address.</summary>
    [Range(1, 1_000_000)]
    public int TriesOfAddress { get; set; } = 30;

    /// <summary>A list of stolen passwords that nobody may take, see <see cref="Accounts.Officers.BreachedPasswords"/>; null for none.</summary>
    public string? BreachedPasswords { get; set; }

    /// <summary>Whether officers show more than a password.</summary>
    public SecondFactorPolicy SecondFactor { get; set; } = SecondFactorPolicy.Offered;

    /// <summary>Who holds one of these roles needs a second factor where others are offered one: <c>administrator</c>, <c>approver</c>.</summary>
    public List<string> SecondFactorRoles { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Sandbox && string.IsNullOrEmpty(SandboxClients))
            yield return new("Tokens:Sandbox is on, but Tokens:SandboxClients names no file of clients.");
        if (BreachedPasswords is { Length: > 0 } list && !File.Exists(list))
            yield return new($"Tokens:BreachedPasswords: there is no file {list}.");
        foreach (var (program, uris) in Programs)
        {
            if (uris.Length == 0 || uris.Any(uri => !IsReturnable(uri)))
                yield return new($"Tokens:Programs:{program} names addresses to return to: https, or http on a loopback address; without a fragment.");
        }

        foreach (var role in SecondFactorRoles.Where(role => !OfficersHoldRoles.OfPeople.Contains(role)))
            yield return new($"Tokens:SecondFactorRoles names the role {role}, which no officer can hold.");
        foreach (var (service, secret) in Services)
        {
            if (secret.Length < ShortestSecret)
                yield return new($"The secret Tokens:Services:{service} has less than {ShortestSecret} characters.");
        }
    }

    private static bool IsReturnable(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out var parsed)
        && parsed.Fragment.Length == 0 && (parsed.Scheme is "https" || parsed is { Scheme: "http", IsLoopback: true });
}
