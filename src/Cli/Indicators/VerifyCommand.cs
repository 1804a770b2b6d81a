using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Indicators.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Indicators;

/// <summary><c>spp indicator verify</c>: exit code 1 when a roll-up is not the sum of its values.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var year = new Option<int>("--year") { Description = "Only roll-ups of this year. Default: of all." };
        var command = new Command("verify", "Count every roll-up (tổng hợp) anew from its values and compare.") { year };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var answer = await connection.Observations.CheckRollupsAsync(new() { Year = parsed.GetValue(year) }, Connection.LongCall(cancellation));
            screen.Show(answer, console =>
            {
                if (answer.Mismatches.Count > 0)
                    console.Write(["Indicator", "Area", "Period", "Kept", "Counted"], [.. answer.Mismatches.Select(Row)], "");
                console.WriteLine(Summary(answer));
            });
            return answer.MismatchCount == 0 ? Exit.Ok : Exit.Refused;
        });
        return command;
    }

    /// <summary>What was found, in one line.</summary>
    public static string Summary(CheckRollupsResponse answer)
    {
        var shown = answer.Mismatches.Count < answer.MismatchCount ? $", the first {answer.Mismatches.Count} above" : "";
        return answer.MismatchCount == 0
            ? $"{answer.ComparedCount} roll-ups are the sums of their values."
            : $"{answer.MismatchCount} of {answer.ComparedCount} roll-ups are not the sums of their values{shown}.";
    }

    private static string[] Row(CheckRollupsResponse.Types.Mismatch mismatch) => [mismatch.Indicator, mismatch.Area, mismatch.Period, mismatch.Kept, mismatch.Counted];
}
