using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using SocialPolicy.Harness.Calls;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Harness.Access;

/// <summary>Asks as every role of several agencies, and compares with the table of docs/security.md and with what each of them may see.</summary>
/// <param name="stands">Who asks.</param>
/// <param name="calls">Calls of one who stands there.</param>
public sealed class EveryRole(IReadOnlyList<Stand> stands, Func<Stand, CallInvoker> calls)
{
    private const string NotAllowed = "CALLER_NOT_ALLOWED";
    private const int Attempts = 5;

    /// <summary>RPCs of the packages that nothing is asked of: none, where the matrix is whole.</summary>
    public static IEnumerable<string> NotAsked(IEnumerable<Ask> asks, params IEnumerable<string> packages) =>
        packages.SelectMany(Rpcs.Of).Except(asks.Select(ask => Rpcs.RpcOf(ask.Messages[0]))).Select(rpc => rpc.Path()).Order(StringComparer.Ordinal);

    /// <summary>Asks as each; what was answered otherwise than it should, one line each.</summary>
    public async Task<IReadOnlyList<string>> Try(Ask ask)
    {
        var rpc = Rpcs.RpcOf(ask.Messages[0]);
        var policy = PolicyTable.Of(rpc);
        var wrong = new List<string>();
        foreach (var stand in stands)
        {
            var expected = policy.LetsIn(stand) ? ask.Answer(stand) : NotAllowed;
            var told = await Answer(ask, rpc, calls(stand));
            if (told.Outcome != expected)
                wrong.Add($"{rpc.Name} as {stand}: {told.Outcome} instead of {expected}");
            else if (told.Outcome is Ask.Ok && ask.Shows is { } shows && told.Text.Contains(ask.About, StringComparison.Ordinal) != shows(stand))
                wrong.Add($"{rpc.Name} as {stand} {(shows(stand) ? "does not show" : "shows")} {ask.About}");
            else if (told.Code is StatusCode.NotFound && ask.About.Length > 0 && await DiffersFromNothing(ask, rpc, stand, told) is { } difference)
                wrong.Add($"{rpc.Name} as {stand}: {difference}");
        }

        return wrong;
    }

    // What is hidden is refused in the words of what never was.
    private async Task<string?> DiffersFromNothing(Ask ask, MethodDescriptor rpc, Stand stand, Told told)
    {
        var nothing = Guid.CreateVersion7().ToString();
        var other = await Answer(ask.AboutNothing(nothing), rpc, calls(stand));
        var (mine, its) = (told.Text, other.Text.Replace(nothing, Ask.Id(ask.About), StringComparison.Ordinal));
        return mine == its ? null : $"'{mine}' where nothing is refused with '{its}'";
    }

    private static async Task<Told> Answer(Ask ask, MethodDescriptor rpc, CallInvoker caller, int attempts = Attempts)
    {
        try
        {
            var answer = await caller.Call(ask.Messages);
            return new(Ask.Ok, StatusCode.OK, JsonFormatter.Default.Format(rpc.OutputType.Parser.ParseFrom(answer)));
        }
        catch (RpcException broken) when (broken.StatusCode is StatusCode.Cancelled && attempts > 1)
        {
            // A refusal of a stream that was still being sent: the end of the stream may come before the answer.
            return await Answer(ask, rpc, caller, attempts - 1);
        }
        catch (RpcException refused)
        {
            var said = Refused.Of(refused);
            return new(said.Reason, said.Code, $"{refused.Status.Detail} {string.Join(", ", said.Facts.Select(fact => $"{fact.Key}={fact.Value}"))} {string.Join(", ", said.Fields)}");
        }
    }

    private sealed record Told(string Outcome, StatusCode Code, string Text);
}
