using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Backups;

/// <summary>A backup has every file it says it has.</summary>
internal sealed record BackupsAreComplete(string Backup, string? Missing) : IRule
{
    public bool IsBroken => Missing is not null;
    public string Reason => "BACKUP_INCOMPLETE";
    public string Message => $"{Backup} is no complete backup: {Missing} is missing.";
}

/// <summary>Every byte of a backup is as it was written.</summary>
internal sealed record BackupsAreUndamaged(string Backup, string? File) : IRule
{
    public bool IsBroken => File is not null;
    public string Reason => "BACKUP_DAMAGED";
    public string Message => $"{Backup} has been damaged: {File} is not as it was written. Use another backup.";
}

/// <summary>Only a version that knows a schema can run on it.</summary>
internal sealed record BackupsAreNotNewer(string Backup, string? Newer) : IRule
{
    public bool IsBroken => Newer is not null;
    public string Reason => "BACKUP_NEWER";
    public string Message => $"{Backup} was made by a newer version of the platform ({Newer} is not known here). Restore it with that version.";
}

/// <summary>What was restored holds the rows that were backed up.</summary>
internal sealed record RestoredTablesAreTheSame(string Backup, string? Table) : IRule
{
    public bool IsBroken => Table is not null;
    public string Reason => "BACKUP_NOT_THE_SAME";
    public string Message => $"{Backup} was restored and {Table} does not hold what it held when the backup was made.";
}

/// <summary>The audit chains of a backup are whole and signed by its keys.</summary>
internal sealed record AuditsOfBackupsAreWhole(string Backup, string? Finding) : IRule
{
    public bool IsBroken => Finding is not null;
    public string Reason => "BACKUP_AUDIT_BROKEN";
    public string Message => $"The audit in {Backup} is not whole: {Finding}";
}

/// <summary>Nothing is restored under an installation that runs.</summary>
internal sealed record DataFoldersAreFree(string Folder, bool Free) : IRule
{
    public bool IsBroken => !Free;
    public string Reason => "DATA_FOLDER_IN_USE";
    public string Message => $"An installation runs on {Folder}, or something is being restored there: stop it first, or name another folder with --data.";
}

/// <summary>What a folder holds is put aside only when that is asked for.</summary>
internal sealed record DataFoldersAreEmpty(string Folder, bool Empty, bool Replace) : IRule
{
    public bool IsBroken => !Empty && !Replace;
    public string Reason => "DATA_FOLDER_NOT_EMPTY";
    public string Message => $"{Folder} holds an installation. --replace puts it aside and restores in its place; --data names another folder.";
}

/// <summary>Backups into one folder are taken one after another.</summary>
internal sealed record BackupsAreTakenOneAtATime(string Folder, bool Free) : IRule
{
    public bool IsBroken => !Free;
    public string Reason => "BACKUP_RUNNING";
    public string Message => $"A backup into {Folder} is being taken. Wait until it has ended.";
}

/// <summary>There is something to back up.</summary>
internal sealed record InstallationsHaveData(string Folder, bool HasData) : IRule
{
    public bool IsBroken => !HasData;
    public string Reason => "INSTALLATION_MISSING";
    public string Message => $"There is no installation in {Folder}: nothing to back up.";
}

/// <summary>The server hands its files over.</summary>
internal sealed record ServersGiveBaseBackups(int ExitCode, string Said) : IRule
{
    public bool IsBroken => ExitCode != 0;
    public string Reason => "BASE_BACKUP_FAILED";
    public string Message => $"pg_basebackup ended with exit code {ExitCode}: {Said}";
}

/// <summary>What is unpacked leaves room to those who write to the same disk.</summary>
internal sealed record DisksHaveRoom(string Folder, long FreeMegabytes, long NeededMegabytes) : IRule
{
    public bool IsBroken => FreeMegabytes < NeededMegabytes;
    public string Reason => "DISK_TOO_FULL";
    public string Message => $"{FreeMegabytes} MB are free for {Folder}; unpacking the databases needs {NeededMegabytes} MB there. Free some, or name another folder.";
}
