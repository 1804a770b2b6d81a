namespace SocialPolicy.Accounts.Officers;

/// <summary>The file <c>officers.json</c>: who may sign in.</summary>
public static class OfficersOnDisk
{
    public const string FileName = "officers.json";

    /// <summary>The officers by their names; none without a file.</summary>
    /// <exception cref="InvalidDataException">It cannot be read, or has an officer that cannot be.</exception>
    public static SortedDictionary<string, Officer> Read(PrivateFolder folder)
    {
        var officers = new SortedDictionary<string, Officer>(StringComparer.Ordinal);
        foreach (var officer in folder.Read<OfficerFile>(FileName)?.Officers ?? [])
        {
            if (officer is not { Name.Length: > 0, Password.IsWhole: true })
                throw new InvalidDataException($"{FileName} has an officer without a name or without a hashed password.");
            if (!officers.TryAdd(officer.Name, officer))
                throw new InvalidDataException($"{FileName} has the officer {officer.Name} twice.");
        }

        return officers;
    }

    /// <summary>Reads, changes and writes while nobody else does.</summary>
    public static void Change(PrivateFolder folder, Action<SortedDictionary<string, Officer>> change)
    {
        using var alone = folder.Lock();
        var officers = Read(folder);
        change(officers);
        folder.Write(FileName, new OfficerFile([.. officers.Values]));
    }
}
