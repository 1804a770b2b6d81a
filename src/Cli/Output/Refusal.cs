using Google.Rpc;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Cli.Installation;

namespace SocialPolicy.Cli.Output;

/// <summary>Why a command did not do its work.</summary>
/// <param name="Reason">The rule's name from protos/ERRORS.md, or the canonical code where there is none.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Fields">Refused fields with their reasons.</param>
internal sealed record Refusal(string Reason, string Message, IReadOnlyList<string> Fields, int ExitCode)
{
    public static Refusal? From(Exception problem, CancellationToken cancellation) => problem switch
    {
        RpcException call => From(call),
        RuleBroken broken => new(broken.First.Reason, broken.First.Message, [], Exit.Refused),
        OperationCanceledException when cancellation.IsCancellationRequested => new("INTERRUPTED", "Stopped.", [], Exit.Interrupted),
        NotReachable nobody => new("NOT_REACHABLE", nobody.Message, [], Exit.Unavailable),
        HttpRequestException http => new("NOT_REACHABLE", http.Message, [], Exit.Unavailable),
        SignInRefused signIn => new("SIGN_IN_REFUSED", signIn.Message, [], Exit.NotAllowed),
        IOException or UnauthorizedAccessException => new("FILE", problem.Message, [], Exit.Usage),
        _ => null,
    };

    private static Refusal From(RpcException call)
    {
        var details = call.Trailers.GetValueBytes("grpc-status-details-bin") is { } bytes ? Google.Rpc.Status.Parser.ParseFrom(bytes) : new();
        var info = details.Details.Where(any => any.Is(ErrorInfo.Descriptor)).Select(any => any.Unpack<ErrorInfo>()).FirstOrDefault();
        var fields = details.Details.Where(any => any.Is(BadRequest.Descriptor)).SelectMany(any => any.Unpack<BadRequest>().FieldViolations);
        return new(
            info?.Reason ?? call.StatusCode.ToString().ToUpperInvariant(),
            call.Status.Detail,
            [.. fields.Select(field => $"{field.Field}: {field.Description} ({field.Reason})")],
            ExitCodeOf(call.StatusCode));
    }

    private static int ExitCodeOf(StatusCode code) => code switch
    {
        StatusCode.Unauthenticated or StatusCode.PermissionDenied => Exit.NotAllowed,
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => Exit.Unavailable,
        StatusCode.Internal or StatusCode.Unknown or StatusCode.DataLoss => Exit.Failed,
        StatusCode.Cancelled => Exit.Interrupted,
        _ => Exit.Refused,
    };
}
