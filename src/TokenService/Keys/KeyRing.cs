using Microsoft.Extensions.Options;
using SocialPolicy.Accounts;

namespace SocialPolicy.TokenService.Keys;

/// <summary>
/// The keys in force, oldest first. A key is published a while before it signs, and stays published until the last token
/// it signed has expired: a service that fetches the keys every few minutes never meets a token it cannot check.
/// </summary>
internal sealed partial class KeyRing
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    private readonly PrivateFolder folder;
    private readonly TokenOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<KeyRing> logger;
    private readonly Lock one = new();
    private readonly List<SigningKey> keys;
    private DateTimeOffset turnAgainAt = DateTimeOffset.MinValue;

    public KeyRing(PrivateFolder root, IOptions<TokenOptions> options, TimeProvider clock, ILogger<KeyRing> logger)
    {
        (folder, this.options, this.clock, this.logger) = (root.Sub("keys"), options.Value, clock, logger);
        keys = [.. folder.Files("*.json").Select(file => new SigningKey(folder.Read<StoredKey>(file)!)).OrderBy(key => key.CreatedAt)];
    }

    /// <summary>What signs now.</summary>
    public SigningKey Current
    {
        get
        {
            lock (one)
            {
                Turn();
                return Signing(clock.GetUtcNow());
            }
        }
    }

    /// <summary>What tokens may be signed with that are still good, and what will sign next; oldest first.</summary>
    public IReadOnlyList<SigningKey> All
    {
        get
        {
            lock (one)
            {
                Turn();
                return [.. keys];
            }
        }
    }

    // The keys in memory still sign while the folder cannot be written. Without any there is nothing to go on with.
    private void Turn()
    {
        var now = clock.GetUtcNow();
        if (now < turnAgainAt)
            return;

        try
        {
            AddWhenDue(now);
            DropWhenExpired(now);
        }
        catch (Exception exception) when (keys.Count > 0 && (exception is IOException or UnauthorizedAccessException))
        {
            turnAgainAt = now + PauseAfterFailure;
            NotTurned(exception);
        }
    }

    private void AddWhenDue(DateTimeOffset now)
    {
        if (keys.Count == 0 || now - keys[^1].CreatedAt >= options.RotateAfter)
            Add(now);
    }

    private void DropWhenExpired(DateTimeOffset now)
    {
        while (keys.Count > 1 && now > keys[1].CreatedAt + options.PublishedBeforeUse + options.Lifetime + ClockSkew)
            Drop(keys[0]);
    }

    private SigningKey Signing(DateTimeOffset now) => keys.LastOrDefault(key => key.CreatedAt + options.PublishedBeforeUse <= now) ?? keys[0];

    private void Add(DateTimeOffset now)
    {
        var fresh = SigningKey.Create(now);
        folder.Write(FileOf(fresh.KeyId), fresh);
        keys.Add(new(fresh));
        Added(fresh.KeyId);
    }

    private void Drop(SigningKey key)
    {
        folder.Delete(FileOf(key.KeyId));
        keys.Remove(key);
        Dropped(key.KeyId);
    }

    private static string FileOf(string keyId) => $"{keyId}.json";

    [LoggerMessage(Level = LogLevel.Information, Message = "Made the signing key {KeyId}")]
    private partial void Added(string keyId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Dropped the signing key {KeyId}: every token it signed has expired")]
    private partial void Dropped(string keyId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The signing keys could not be turned; those there are stay in force, and it is tried again in a minute")]
    private partial void NotTurned(Exception exception);
}
