using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Errors;

namespace SocialPolicy.BuildingBlocks.Service.Api;

/// <summary>
/// What the gRPC engine cannot read never reaches an interceptor, and the engine calls it UNKNOWN or INTERNAL, as if the service had failed.
/// Here it gets the name it has: the client sent no message of the method.
/// </summary>
internal sealed class UnreadableMessages(IOptions<ApiOptions> options)
{
    private const string State = "grpc-status";
    private const string Sentence = "grpc-message";
    private const string Unknown = "2";
    private const string Internal = "13";

    private readonly RpcException refusal = Refusal.Of(new RuleBroken([new MessagesFollowTheirContract()]), options.Value.Domain);

    public Task Name(HttpContext context, RequestDelegate next)
    {
        var answered = next(context);
        if (!answered.IsCompletedSuccessfully)
            return NameOnce(answered, context.Response);

        Name(context.Response);
        return answered;
    }

    private async Task NameOnce(Task answered, HttpResponse response)
    {
        await answered;
        Name(response);
    }

    private void Name(HttpResponse response)
    {
        if (response.HasStarted || response.Headers[State].ToString() is not (Unknown or Internal) || response.Headers.ContainsKey(Refusal.DetailsTrailer))
            return;

        response.Headers[State] = ((int)refusal.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        response.Headers[Sentence] = refusal.Status.Detail;
        response.Headers[Refusal.DetailsTrailer] = Convert.ToBase64String(refusal.Trailers.GetValueBytes(Refusal.DetailsTrailer)!);
    }
}
