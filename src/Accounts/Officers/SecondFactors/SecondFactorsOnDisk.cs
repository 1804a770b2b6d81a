namespace SocialPolicy.Accounts.Officers.SecondFactors;

/// <summary>The file <c>second-factors.json</c>: who shows more than a password.</summary>
public static class SecondFactorsOnDisk
{
    public const string FileName = "second-factors.json";

    /// <summary>The second factors by their officers; none without a file.</summary>
    /// <exception cref="InvalidDataException">It cannot be read, or has one that cannot be.</exception>
    public static SortedDictionary<string, SecondFactor> Read(PrivateFolder folder)
    {
        var factors = new SortedDictionary<string, SecondFactor>(StringComparer.Ordinal);
        foreach (var factor in folder.Read<SecondFactorFile>(FileName)?.SecondFactors ?? [])
        {
            if (factor is not { Officer.Length: > 0, Secret.Length: > 0 } || factor.RecoveryCodes.Any(code => !code.IsWhole))
                throw new InvalidDataException($"{FileName} has a second factor without an officer, without a secret or with a code that is not hashed.");
            if (!factors.TryAdd(factor.Officer, factor))
                throw new InvalidDataException($"{FileName} has two second factors of {factor.Officer}.");
        }

        return factors;
    }

    /// <summary>Reads, changes and writes while nobody else does.</summary>
    public static SortedDictionary<string, SecondFactor> Change(PrivateFolder folder, Action<SortedDictionary<string, SecondFactor>> change)
    {
        using var alone = folder.Lock();
        var factors = Read(folder);
        change(factors);
        folder.Write(FileName, new SecondFactorFile([.. factors.Values]));
        return factors;
    }
}
