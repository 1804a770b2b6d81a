using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.Notifications.Service.Settings;

/// <summary>The row of delivery_settings.</summary>
internal sealed class SettingsRow
{
    public long Version { get; init; }
    public string Mode { get; init; } = "";
    public string? RedirectAddress { get; init; }
    public bool Paused { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Nothing is made and nothing goes out.</summary>
    public bool HoldsBack => Paused || Mode == "off";

    /// <summary>Where a mail goes: to whom it is for, or to the one address.</summary>
    public string? AddressFor(string? email) => Mode == "redirect" ? RedirectAddress : email;
}

internal static class SettingsStorage
{
    private const string Select = "select version, mode, redirect_address, paused, updated_at from delivery_settings";

    private const string Update = """
        update delivery_settings set version = @Version, mode = @Mode, redirect_address = @RedirectAddress, paused = @Paused, updated_at = @UpdatedAt
        """;

    public static Task<SettingsRow> DeliverySettings(this NpgsqlConnection connection, CancellationToken ct) =>
        connection.QuerySingleAsync<SettingsRow>(new(Select, cancellationToken: ct));

    public static async Task<SettingsRow> HoldSettings(this Work work) => (await work.Hold<SettingsRow>($"{Select} for update"))!;

    public static Task Save(this Work work, SettingsRow settings) => work.Connection.ExecuteAsync(work.Sql(Update, settings));
}
