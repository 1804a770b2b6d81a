using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.BuildingBlocks.Service.Errors;

/// <summary>What a refused call answers: a canonical code, one sentence, and the details as google.rpc messages.</summary>
public static class Refusal
{
    /// <summary>Reason of everything that nobody expected: code INTERNAL.</summary>
    public const string InternalError = "INTERNAL_ERROR";

    /// <summary>Reason when the caller ended the call: code CANCELLED.</summary>
    public const string CallCancelled = "CALL_CANCELLED";

    /// <summary>Reason when the deadline passed before the answer: code DEADLINE_EXCEEDED.</summary>
    public const string DeadlineExceeded = "DEADLINE_EXCEEDED";

    /// <summary>The trailer that carries google.rpc.Status.</summary>
    public const string DetailsTrailer = "grpc-status-details-bin";

    // Peers refuse trailers over 8 KB, and base64 adds a third: what does not fit is left out, the first of each stays.
    private const int MostBytesOfViolations = 3_000;
    private const int LongestFact = 256;
    private const int LongestMessage = 1_000;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>The answer to a call that broke rules.</summary>
    /// <param name="broken">What broke.</param>
    /// <param name="domain">The service that refuses, such as <c>planregistry.socialpolicy</c>.</param>
    public static RpcException Of(RuleBroken broken, string domain)
    {
        var first = broken.First;
        List<IMessage> details = [Info(first.Reason, domain, first.Facts)];
        if (first.Kind is RuleKind.Input)
            details.Add(Violations(broken.Rules));
        if (WaitFor(first) is { } wait)
            details.Add(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) });

        return Of(first.Kind.Code(), first.Message, details);
    }

    /// <summary>The answer to a call that ended for no rule.</summary>
    public static RpcException Of(StatusCode code, string reason, string message, string domain) =>
        Of(code, message, [Info(reason, domain, new Dictionary<string, string>())]);

    private static RpcException Of(StatusCode code, string message, IEnumerable<IMessage> details)
    {
        message = message.Shortened(LongestMessage);
        var status = new Google.Rpc.Status { Code = (int)code, Message = message };
        status.Details.AddRange(details.Select(Any.Pack));
        return new RpcException(new(code, message), new Metadata { { DetailsTrailer, status.ToByteArray() } }, message);
    }

    private static TimeSpan? WaitFor(IRule rule) => rule.RetryAfter ?? (rule.Kind is RuleKind.Unavailable ? Moment : (TimeSpan?)null);

    private static ErrorInfo Info(string reason, string domain, IReadOnlyDictionary<string, string> facts)
    {
        var info = new ErrorInfo { Reason = reason, Domain = domain };
        foreach (var (name, value) in facts)
            info.Metadata[name] = value.Shortened(LongestFact);
        return info;
    }

    private static BadRequest Violations(IEnumerable<IRule> rules)
    {
        var request = new BadRequest();
        foreach (var rule in rules.Where(rule => rule.Kind is RuleKind.Input))
        {
            request.FieldViolations.Add(new BadRequest.Types.FieldViolation
            {
                Field = (rule.Field ?? "").Shortened(LongestFact),
                Description = rule.Message.Shortened(LongestMessage),
                Reason = rule.Reason,
            });
            if (request.CalculateSize() > MostBytesOfViolations && request.FieldViolations.Count > 1)
            {
                request.FieldViolations.RemoveAt(request.FieldViolations.Count - 1);
                break;
            }
        }

        return request;
    }
}
