using SocialPolicy.Backups.Form;

namespace SocialPolicy.Backups.Daily;

/// <summary>What is to be backed up, when, and how long it is kept: settings <c>Backups:*</c>.</summary>
internal sealed class BackupSettings
{
    /// <summary>The data folder of the installation.</summary>
    public string Data { get; set; } = "";

    /// <summary>Where backups are kept. Default: beside the data folder, its name with <c>-backups</c>.</summary>
    public string Folder { get; set; } = "";

    /// <summary>False: none is taken by itself.</summary>
    public bool Scheduled { get; set; } = true;

    /// <summary>The hour of the day in Vietnam, 0 to 23.</summary>
    public int Hour { get; set; } = 2;

    /// <summary>How many stay.</summary>
    public Retention Keep { get; set; } = new();

    /// <summary>The port of the database server on this machine.</summary>
    public int Port { get; set; }

    /// <summary>Of the role <c>backups</c>.</summary>
    public string Password { get; set; } = "";

    public BackupStore Store => new(Folder.Length > 0 ? Folder : BackupStore.BesideOf(Data));

    /// <summary>What is wrong with them, each as one sentence that names the setting.</summary>
    public IEnumerable<string> Problems()
    {
        if (Data.Length == 0)
            yield return "Backups:Data names no folder.";
        if (Hour is < 0 or > 23)
            yield return $"Backups:Hour is {Hour}; it is an hour of the day, 0 to 23.";
        if (Keep.Daily is < 1 or > 366)
            yield return $"Backups:Keep:Daily is {Keep.Daily}; 1 to 366 are kept.";
        if (Keep.Weekly is < 0 or > 520)
            yield return $"Backups:Keep:Weekly is {Keep.Weekly}; 0 to 520 are kept.";
        if (Keep.Monthly is < 0 or > 1200)
            yield return $"Backups:Keep:Monthly is {Keep.Monthly}; 0 to 1200 are kept.";
    }
}
