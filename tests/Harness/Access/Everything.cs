using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using SocialPolicy.Harness.Calls;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Harness.Access;

/// <summary>
/// All that lists tell a caller: every page, large and of one item, with its totals and tokens, or the whole refusal. Where hidden things have
/// come to be between two times of asking, the two are the same.
/// </summary>
public static class Everything
{
    /// <summary>A line for each answer.</summary>
    public static async Task<IReadOnlyList<string>> Told(CallInvoker calls, params IEnumerable<IMessage> requests)
    {
        var told = new List<string>();
        foreach (var request in requests)
        {
            var size = request.Descriptor.FindFieldByName("page_size");
            await Tell(told, calls, request);
            if (size is not null)
                await Tell(told, calls, request.With(size, 1));
        }

        return told;
    }

    /// <summary>Answers of the one time that are none of the other.</summary>
    public static IEnumerable<string> Differences(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        before.SequenceEqual(after) ? [] : [.. before.Except(after).Select(answer => $"before: {answer}"), .. after.Except(before).Select(answer => $"after: {answer}"), $"{before.Count} answers, then {after.Count}"];

    private static async Task Tell(List<string> told, CallInvoker calls, IMessage request)
    {
        var rpc = Rpcs.RpcOf(request);
        for (var next = request; next is not null;)
        {
            var (text, token) = await Answer(calls, next, rpc);
            told.Add($"{rpc.Name} {JsonFormatter.Default.Format(next)} -> {text}");
            next = token.Length > 0 ? request.With(request.Descriptor.FindFieldByName("page_token"), token) : null;
        }
    }

    private static async Task<(string Text, string Token)> Answer(CallInvoker calls, IMessage request, MethodDescriptor rpc)
    {
        try
        {
            var answer = rpc.OutputType.Parser.ParseFrom(await calls.Call(request));
            return (JsonFormatter.Default.Format(answer), (string?)rpc.OutputType.FindFieldByName("next_page_token")?.Accessor.GetValue(answer) ?? "");
        }
        catch (RpcException refused)
        {
            var said = Refused.Of(refused);
            return ($"{said.Reason} {refused.Status.Detail} {string.Join(", ", said.Facts)}", "");
        }
    }

    private static IMessage With(this IMessage request, FieldDescriptor field, object value)
    {
        var copy = request.Descriptor.Parser.ParseFrom(request.ToByteArray());
        field.Accessor.SetValue(copy, value);
        return copy;
    }
}
