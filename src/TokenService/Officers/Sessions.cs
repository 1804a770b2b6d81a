using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;

namespace SocialPolicy.TokenService.Officers;

/// <summary>
/// The sessions that are open. Each has one code or one refresh token that is good, once: one that comes again was stolen, or its thief was
/// faster, and ends the session (RFC 6749, section 4.1.2; RFC 9700, section 4.14.2). Each is a file too, so that they go on after a restart.
/// </summary>
internal sealed partial class Sessions
{
    private const int Most = 20_000;
    private const string Folder = "sessions";
    private const string Extension = ".json";

    private readonly OfficerRegister officers;
    private readonly TimeSpan lifetime;
    private readonly TimeSpan idle;
    private readonly TimeProvider clock;
    private readonly ILogger<Sessions> logger;
    private readonly PrivateFolder folder;
    private readonly Lock writing = new();
    private readonly ConcurrentDictionary<string, Session> open = new(StringComparer.Ordinal);

    public Sessions(PrivateFolder root, OfficerRegister officers, IOptions<TokenOptions> options, TimeProvider clock, ILogger<Sessions> logger)
    {
        (this.officers, this.clock, this.logger, folder) = (officers, clock, logger, root.Sub(Folder));
        (lifetime, idle) = (options.Value.SessionLifetime, options.Value.SessionIdle);
        foreach (var file in folder.Files("*" + Extension).ToList())
            Read(file);
        DropEnded();
    }

    public (string Id, Session Session) Begin(Officer officer, string client, IReadOnlyList<string> methods)
    {
        var now = clock.GetUtcNow();
        DropEnded();
        var session = new Session(officer.Name, client, officer.PasswordMark, methods, now, now + lifetime, now, Random());
        var id = Random();
        lock (writing)
        {
            folder.Write(FileOf(id), session);
            open[id] = session;
        }

        return (id, session);
    }

    /// <summary>The session with its next turn, and its officer as the register has it now; null when there is none that this turn belongs to.</summary>
    public (Session Session, Officer Officer)? Continue(string id, string turn, string client)
    {
        if (!open.TryGetValue(id, out var session))
            return null;

        var next = session with { Turn = Random(), Used = clock.GetUtcNow() };
        var officer = officers.Find(session.Officer);
        if (!HasEnded(session, next.Used) && officer?.PasswordMark == session.PasswordMark && session.Client == client && session.Turn == turn && Keep(id, next, session))
            return (next, officer!);

        End(id);
        return null;
    }

    public void End(string id)
    {
        lock (writing)
        {
            if (open.TryRemove(id, out _))
                folder.Delete(FileOf(id));
        }
    }

    // One at a time with End: the file of a session that has just ended must not come back.
    private bool Keep(string id, Session next, Session before)
    {
        lock (writing)
        {
            if (!open.TryUpdate(id, next, before))
                return false;
            folder.Write(FileOf(id), next);
            return true;
        }
    }

    private void DropEnded()
    {
        var now = clock.GetUtcNow();
        foreach (var (id, _) in open.Where(entry => HasEnded(entry.Value, now)))
            End(id);
        while (open.Count >= Most)
            End(open.MinBy(entry => entry.Value.Ends).Key);
    }

    private bool HasEnded(Session session, DateTimeOffset now) => session.Ends <= now || session.Used + idle <= now;

    private void Read(string file)
    {
        try
        {
            open[file[..^Extension.Length]] = folder.Read<Session>(file)!;
        }
        catch (InvalidDataException exception)
        {
            Unreadable(exception);
            folder.Delete(file);
        }
    }

    private static string FileOf(string id) => id + Extension;

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A session that was kept cannot be read and has ended")]
    private partial void Unreadable(Exception exception);
}
