namespace Aspire.Hosting.Servers;

/// <summary>A PostgreSQL server of our own: its folder, its door and its superuser.</summary>
internal sealed record PostgreSqlOptions(string Folder, string Password)
{
    /// <summary>Null takes a free port.</summary>
    public int? Port { get; init; }

    public string UserName { get; init; } = "postgres";

    /// <summary>Settings beyond our own, as in postgresql.conf; they win.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Action<string>? Output { get; init; }
}
