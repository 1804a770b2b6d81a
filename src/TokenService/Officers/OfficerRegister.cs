using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.TokenService.Clients;

namespace SocialPolicy.TokenService.Officers;

/// <summary>The officers of <c>officers.json</c>; a changed file counts from the next request on, one that makes no sense lets nobody in that the one before did not.</summary>
internal sealed partial class OfficerRegister(PrivateFolder folder, ServiceClients services, ClientRegister clients, ILogger<OfficerRegister> logger)
{
    private readonly Lock one = new();
    private IReadOnlyDictionary<string, Officer> known = new Dictionary<string, Officer>();
    private DateTime readAt;

    /// <summary>The officer, when the password is right. Takes as long for one that does not exist.</summary>
    public Officer? Find(string name, string password)
    {
        var officer = Find(name);
        var matches = (officer?.Password ?? HashedSecret.OfNoPerson).Matches(password);
        return matches ? officer : null;
    }

    /// <summary>The officer, unless it is disabled or has the name of a program: a subject is one person or one program.</summary>
    public Officer? Find(string name) =>
        Known().GetValueOrDefault(name) is { Disabled: false } officer && services.Find(name) is null && !clients.Has(name) ? officer : null;

    private IReadOnlyDictionary<string, Officer> Known()
    {
        lock (one)
        {
            var written = folder.LastWrite(OfficersOnDisk.FileName);
            if (written == readAt)
                return known;

            try
            {
                known = OfficersOnDisk.Read(folder);
                readAt = written;
            }
            catch (InvalidDataException exception)
            {
                readAt = written;
                Unreadable(exception);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Unreadable(exception);
            }

            return known;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The changed officers cannot be read; those before stay in force")]
    private partial void Unreadable(Exception exception);
}
