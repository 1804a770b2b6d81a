using System.CommandLine;

namespace SocialPolicy.Cli.Audit;

/// <summary><c>spp audit</c>: who did what, and whether that is still what was written down.</summary>
internal static class AuditCommands
{
    private static readonly string[] Services = ["planregistry", "indicators", "reporting", "notifications"];

    public static Command All() => new("audit", "Who did what, in the services of the installation.")
    {
        ListAudit.Create(),
        ShowAudit.Create(),
        VerifyAudit.Create(),
        AuditHeads.Create(),
        ExportAudit.Create(),
    };

    public static Option<string?> ServiceOption() => new("--service") { Description = $"Only of this service: {string.Join(", ", Services)}. Default: all." };

    public static IReadOnlyList<string> Asked(string? service) => service is null ? Services : [service];
}
