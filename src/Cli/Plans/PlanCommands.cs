using System.CommandLine;

namespace SocialPolicy.Cli.Plans;

internal static class PlanCommands
{
    public static Command All() => new("plan", "The register of plans (kế hoạch).")
    {
        ImportPlans.Create(),
        ReadPlan.Create(),
        DiffPlans.Create(),
        ListPlans.Create(),
        ShowPlan.Create(),
        DownloadDocument.Create(),
        ExportPlan.Create(),
        ListFlags.Create(),
        ConfirmPlan.Create(),
        PublishPlan.Create(),
        AlignPlan.Create(),
        AcceptFinding.Create(),
        WithdrawAcceptance.Create(),
    };

    /// <summary>A plan as people name it: its resource name or the bare id.</summary>
    public static Argument<string> PlanArgument() => new("PLAN") { Description = "plans/ID, or the ID alone." };

    public static string NameOf(string said) => said.StartsWith("plans/", StringComparison.Ordinal) ? said : $"plans/{said}";
}
