namespace Aspire.Hosting.Servers;

/// <summary>A RabbitMQ node of our own: its folder, its doors and its first user.</summary>
internal sealed record RabbitMqOptions(string Folder, string User, string Password)
{
    /// <summary>AMQP; null takes a free port.</summary>
    public int? Port { get; init; }

    /// <summary>True opens the management API and page.</summary>
    public bool Management { get; init; } = true;

    /// <summary>Of the management API; null takes a free port.</summary>
    public int? ManagementPort { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Action<string>? Output { get; init; }
}
