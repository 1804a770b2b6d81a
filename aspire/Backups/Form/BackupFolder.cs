using System.Security.Cryptography;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Backups.Form;

/// <summary>
/// One backup: <c>base/</c> (all databases, as pg_basebackup wrote them), <c>files/</c>, <c>secrets/</c>, <c>backup.json</c> and
/// <c>SHA256SUMS</c>, which names every other file and is written last.
/// </summary>
internal sealed class BackupFolder(string path)
{
    private const string SumsFile = "SHA256SUMS";
    private const string ManifestFile = "backup.json";

    public string Path { get; } = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    public string Name => System.IO.Path.GetFileName(Path);

    public string Base => At("base");

    public string Files => At("files");

    public string Secrets => At("secrets");

    public bool IsFinished => File.Exists(At(SumsFile));

    public long Size => Contents().Sum(file => new FileInfo(At(file)).Length);

    /// <summary>Null when the installation had none of that name.</summary>
    public string? Secret(string name) => File.Exists(System.IO.Path.Combine(Secrets, name)) ? File.ReadAllText(System.IO.Path.Combine(Secrets, name)) : null;

    /// <summary>Writes what the backup is, then the sums of everything: from then on it is one.</summary>
    public async Task<Manifest> Seal(Manifest manifest, CancellationToken ct)
    {
        var sums = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Contents())
            sums[file] = await Sum(file, ct);
        manifest = manifest with { DamagedOriginals = [.. sums.Where(pair => IsOriginal(pair.Key) && System.IO.Path.GetFileName(pair.Key) != pair.Value).Select(pair => pair.Key)] };
        await PrivateFiles.Write(At(ManifestFile), manifest.ToJson(), ct);
        sums[ManifestFile] = await Sum(ManifestFile, ct);
        await PrivateFiles.Write(At(SumsFile), string.Concat(sums.Select(pair => $"{pair.Value}  {pair.Key}\n")), ct);
        return manifest;
    }

    /// <summary>Reads every byte of it and says what it is.</summary>
    /// <exception cref="RuleBroken">BACKUP_INCOMPLETE, BACKUP_DAMAGED, BACKUP_NEWER; the message names the file.</exception>
    public async Task<Manifest> Open(CancellationToken ct)
    {
        var there = Contents().ToHashSet(StringComparer.Ordinal);
        foreach (var (sum, file) in await Sums(ct))
        {
            Check.Rule(new BackupsAreComplete(Name, there.Remove(file) ? null : file));
            Check.Rule(new BackupsAreUndamaged(Name, await Sum(file, ct) == sum ? null : file));
        }

        Check.Rule(new BackupsAreUndamaged(Name, there.Order(StringComparer.Ordinal).FirstOrDefault()));
        return Manifest.Read(Name, await File.ReadAllTextAsync(At(ManifestFile), ct));
    }

    /// <summary>What a finished backup says of itself, unchecked, for a list.</summary>
    public async Task<Manifest> Glance(CancellationToken ct) => Manifest.Read(Name, await File.ReadAllTextAsync(At(ManifestFile), ct));

    private async Task<IReadOnlyList<(string Sum, string File)>> Sums(CancellationToken ct)
    {
        Check.Rule(new BackupsAreComplete(Name, IsFinished ? null : SumsFile));
        var lines = await File.ReadAllLinesAsync(At(SumsFile), ct);
        var sums = lines.Select(line => line is { Length: > 66 } && line[64..66] == "  " ? (Sum: line[..64], File: line[66..]) : (Sum: "", File: SumsFile)).ToList();
        Check.Rule(new BackupsAreUndamaged(Name, sums.Exists(line => line.File == SumsFile) ? SumsFile : null));
        Check.Rule(new BackupsAreComplete(Name, sums.Exists(line => line.File == ManifestFile) ? null : ManifestFile));
        return sums;
    }

    // The store of files names each by its SHA-256.
    private static bool IsOriginal(string file) => file.StartsWith("files/", StringComparison.Ordinal);

    private IEnumerable<string> Contents() => !Directory.Exists(Path) ? [] : Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Path, file)).Where(file => file != SumsFile).Order(StringComparer.Ordinal);

    private async Task<string> Sum(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(At(file));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }

    private string At(string file) => System.IO.Path.Combine(Path, file);
}
