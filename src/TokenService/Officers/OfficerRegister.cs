using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.TokenService.Clients;

namespace SocialPolicy.TokenService.Officers;

/// <summary>The officers of <c>officers.json</c>; a changed file counts from the next request on, one that makes no sense lets nobody in that the one before did not.</summary>
internal sealed partial class OfficerRegister
{
    private readonly ServiceClients services;
    private readonly ClientRegister clients;
    private readonly ILogger<OfficerRegister> logger;
    private readonly FollowedFile<SortedDictionary<string, Officer>> file;

    public OfficerRegister(PrivateFolder folder, ServiceClients services, ClientRegister clients, ILogger<OfficerRegister> logger)
    {
        (this.services, this.clients, this.logger) = (services, clients, logger);
        file = new(folder, OfficersOnDisk.FileName, OfficersOnDisk.Read, Unreadable);
    }

    /// <summary>The officer, when the password is right. Takes as long for one that does not exist.</summary>
    public Officer? Find(string name, string password)
    {
        var officer = Find(name);
        var matches = (officer?.Password ?? HashedSecret.OfNoPerson).Matches(password);
        return matches ? officer : null;
    }

    /// <summary>The officer, unless it is disabled or has the name of a program: a subject is one person or one program.</summary>
    public Officer? Find(string name) =>
        file.Now?.GetValueOrDefault(name) is { Disabled: false } officer && services.Find(name) is null && !clients.Has(name) ? officer : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "The changed officers cannot be read; those before stay in force")]
    private partial void Unreadable(Exception exception);
}
