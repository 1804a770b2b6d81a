using System.CommandLine;

namespace SocialPolicy.Cli.Plans;

internal static class ReadPlan
{
    public static Command Create() => new("read", "x");
}
