using System.Globalization;

namespace Aspire.Hosting.Processes;

/// <summary>A user of this machine, as /etc/passwd knows it.</summary>
internal sealed record UserAccount(string Name, uint Uid, uint Gid)
{
    /// <summary>The user a server is started as: null when we are not root, for then it runs as ourselves.</summary>
    public static UserAccount? ForServer(string name)
    {
        if (!Native.IsRoot)
            return null;
        return Find(name) ?? throw new HostException($"The user '{name}' is missing: install the distribution's package of that server (aspire/prerequisites).");
    }

    /// <summary>Every folder above must let the server's user through; /root and most temporary folders do not.</summary>
    public void MustReach(string folder)
    {
        for (var parent = Directory.GetParent(folder); parent is not null; parent = parent.Parent)
        {
            if (!File.GetUnixFileMode(parent.FullName).HasFlag(UnixFileMode.OtherExecute))
                throw new HostException($"{parent.FullName} does not let the user '{Name}' through: chmod o+x {parent.FullName}, or set SPP_DATA to another folder.");
        }
    }

    private static UserAccount? Find(string name) =>
        File.ReadLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .Where(fields => fields.Length > 3 && fields[0] == name)
            .Select(fields => new UserAccount(name, uint.Parse(fields[2], CultureInfo.InvariantCulture), uint.Parse(fields[3], CultureInfo.InvariantCulture)))
            .FirstOrDefault();
}
