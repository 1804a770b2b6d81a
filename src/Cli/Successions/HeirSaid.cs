using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Successions;

/// <summary>An heir on the command line: <c>CODE</c>, <c>CODE=SHARE</c>, <c>CODE==FUNCTION</c> or <c>CODE=SHARE=FUNCTION</c>.</summary>
internal static class HeirSaid
{
    /// <exception cref="IOException">It names nobody.</exception>
    public static Succession.Types.Heir Read(string said, string collection)
    {
        var parts = said.Split('=', 3, StringSplitOptions.TrimEntries);
        if (parts[0].Length == 0)
            throw new IOException($"'{said}' names no heir; write CODE, CODE=SHARE or CODE=SHARE=FUNCTION.");
        return new()
        {
            Name = Said.NameOf(parts[0], collection),
            Share = parts.ElementAtOrDefault(1) ?? "",
            Function = parts.ElementAtOrDefault(2) ?? "",
        };
    }
}
