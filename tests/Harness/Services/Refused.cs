using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace SocialPolicy.Harness.Services;

/// <summary>A refusal as a client reads it.</summary>
/// <param name="Code">The canonical code.</param>
/// <param name="Reason">The broken rule.</param>
/// <param name="Fields">The request fields at fault.</param>
/// <param name="Facts">What the rule looked at.</param>
public sealed record Refused(StatusCode Code, string Reason, IReadOnlyList<string> Fields, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>The refusal of a call that has to be refused.</summary>
    public static async Task<Refused> By<T>(Func<Task<T>> call) => Of(await Assert.ThrowsAsync<RpcException>(call));

    /// <inheritdoc cref="By{T}(Func{Task{T}})"/>
    public static Task<Refused> By<T>(AsyncUnaryCall<T> call) => By(() => call.ResponseAsync);

    /// <summary>What the details of a failed call say.</summary>
    public static Refused Of(RpcException failure)
    {
        var details = failure.Trailers.GetValueBytes("grpc-status-details-bin")
            ?? throw new InvalidOperationException($"There are no details with {failure.Status}.");
        var status = Google.Rpc.Status.Parser.ParseFrom(details);
        var info = status.Details.Single(detail => detail.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>();
        var input = status.Details.SingleOrDefault(detail => detail.Is(BadRequest.Descriptor))?.Unpack<BadRequest>();
        return new(failure.StatusCode, info.Reason, [.. input?.FieldViolations.Select(violation => violation.Field) ?? []], info.Metadata.AsReadOnly());
    }
}
