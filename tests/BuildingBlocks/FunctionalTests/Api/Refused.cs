using Google.Rpc;
using Grpc.Core;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

/// <summary>A refusal as a client reads it.</summary>
internal sealed record Refused(StatusCode Code, string Message, ErrorInfo Info, BadRequest? BadRequest, RetryInfo? RetryInfo)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<Refused> By<T>(AsyncUnaryCall<T> call) => Of(await Should.ThrowAsync<RpcException>(() => call.ResponseAsync.WaitAsync(Patience)));

    public static Refused Of(RpcException exception)
    {
        var bytes = exception.Trailers.GetValueBytes("grpc-status-details-bin").ShouldNotBeNull($"no details with {exception.Status}");
        var status = Google.Rpc.Status.Parser.ParseFrom(bytes);
        status.Code.ShouldBe((int)exception.StatusCode);
        status.Message.ShouldBe(exception.Status.Detail);

        return new(
            exception.StatusCode,
            status.Message,
            status.Details.Where(detail => detail.Is(ErrorInfo.Descriptor)).ShouldHaveSingleItem().Unpack<ErrorInfo>(),
            status.Details.SingleOrDefault(detail => detail.Is(BadRequest.Descriptor))?.Unpack<BadRequest>(),
            status.Details.SingleOrDefault(detail => detail.Is(RetryInfo.Descriptor))?.Unpack<RetryInfo>());
    }
}
