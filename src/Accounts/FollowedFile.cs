namespace SocialPolicy.Accounts;

/// <summary>
/// What a file of a folder says, read anew once it was written anew. A file that makes no sense changes nothing: what was read before stays in
/// force, and it is looked at again when it is written again; one that could not be opened is tried again at the next question.
/// </summary>
/// <param name="folder">Where it lies.</param>
/// <param name="name">What it is called.</param>
/// <param name="read">Reads it; none there reads as well.</param>
/// <param name="unreadable">Told why it could not be read.</param>
/// <param name="changed">Told what was in force, null at first, and what is from now on.</param>
public sealed class FollowedFile<T>(PrivateFolder folder, string name, Func<PrivateFolder, T> read, Action<Exception> unreadable, Action<T?, T>? changed = null)
    where T : class
{
    private readonly Lock one = new();
    private T? known;
    private DateTime readAt;

    /// <summary>What is in force; null when it could never be read.</summary>
    public T? Now
    {
        get
        {
            lock (one)
            {
                var written = folder.LastWrite(name);
                if (written != readAt)
                    Read(written);
                return known;
            }
        }
    }

    /// <summary>Writes it by <paramref name="change"/>, which says what it holds then.</summary>
    public T Change(Func<PrivateFolder, T> change)
    {
        lock (one)
        {
            known = change(folder);
            readAt = folder.LastWrite(name);
            return known;
        }
    }

    private void Read(DateTime written)
    {
        try
        {
            var now = read(folder);
            changed?.Invoke(known, now);
            (known, readAt) = (now, written);
        }
        catch (InvalidDataException exception)
        {
            readAt = written;
            unreadable(exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            unreadable(exception);
        }
    }
}
