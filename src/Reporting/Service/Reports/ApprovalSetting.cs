using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Reporting.Domain.Reports;

namespace SocialPolicy.Reporting.Service.Reports;

/// <summary>Whose approval reports need in this installation: setting <c>Reports:Approval</c>, by default <c>none</c>.</summary>
internal sealed record ApprovalSetting(ApprovalNeeded Needed)
{
    private const string Setting = "Reports:Approval";

    private static readonly Dictionary<string, ApprovalNeeded> Known = Enum.GetValues<ApprovalNeeded>().ToDictionary(Words.Of, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">APPROVAL_UNKNOWN: a service does not start with a word that says nothing.</exception>
    public static ApprovalSetting Of(IConfiguration configuration)
    {
        var said = configuration[Setting];
        if (string.IsNullOrEmpty(said))
            return new(ApprovalNeeded.None);
        return Known.TryGetValue(said, out var needed)
            ? new(needed)
            : throw new InvalidOperationException($"APPROVAL_UNKNOWN: {Setting} is '{said}'; it is one of {string.Join(", ", Known.Keys)}.");
    }
}

/// <summary>Gives the service what its reports need.</summary>
internal static class ApprovalExtensions
{
    /// <summary>Fails at once where the setting says nothing that is known.</summary>
    public static IHostApplicationBuilder AddApproval(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ApprovalSetting.Of(builder.Configuration));
        return builder;
    }
}
