using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;

namespace SocialPolicy.TokenService.Officers;

/// <summary>A sign-in of an officer with one program.</summary>
/// <param name="Officer">Who.</param>
/// <param name="Client">With which program.</param>
/// <param name="Password">What the password was then: another one ends the session.</param>
/// <param name="Began">When.</param>
/// <param name="Ends">Whatever is done with it.</param>
/// <param name="Turn">What the one code or refresh token says that is good now.</param>
internal sealed record Session(string Officer, string Client, HashedSecret Password, DateTimeOffset Began, DateTimeOffset Ends, string Turn);

/// <summary>
/// The sessions that are open. Each has one code or one refresh token that is good, once: one that comes again was stolen, or its thief was
/// faster, and ends the session (RFC 6749, section 4.1.2; RFC 9700, section 4.14.2). They are kept in memory: after a restart officers sign in anew.
/// </summary>
internal sealed class Sessions(OfficerRegister officers, IOptions<TokenOptions> options, TimeProvider clock)
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, Session> open = new(StringComparer.Ordinal);

    public (string Id, Session Session) Begin(Officer officer, string client)
    {
        if (open.Count >= Most)
            DropEnded();
        var now = clock.GetUtcNow();
        var session = new Session(officer.Name, client, officer.Password, now, now + options.Value.SessionLifetime, Random());
        var id = Random();
        open[id] = session;
        return (id, session);
    }

    /// <summary>The session with its next turn, and its officer as the register has it now; null when there is none that this turn belongs to.</summary>
    public (Session Session, Officer Officer)? Continue(string id, string turn, string client)
    {
        if (!open.TryGetValue(id, out var session))
            return null;

        var next = session with { Turn = Random() };
        var officer = officers.Find(session.Officer);
        if (session.Ends > clock.GetUtcNow() && officer?.Password == session.Password && session.Client == client && session.Turn == turn && open.TryUpdate(id, next, session))
            return (next, officer!);

        End(id);
        return null;
    }

    public void End(string id) => open.TryRemove(id, out _);

    private void DropEnded()
    {
        var now = clock.GetUtcNow();
        foreach (var (id, _) in open.Where(entry => entry.Value.Ends <= now))
            End(id);
        while (open.Count >= Most)
            End(open.MinBy(entry => entry.Value.Ends).Key);
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
