using System.Text;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Paging;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

public sealed partial class OperationsService
{
    private const int UsualPage = 50;
    private const int LargestPage = 500;

    private static readonly ResourceName DeadLetterName = new("deadLetters/{dead_letter}");

    /// <inheritdoc/>
    [AllowedTo(Role.Operator, Role.Administrator)]
    public override async Task<V1.ListDeadLettersResponse> ListDeadLetters(V1.ListDeadLettersRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize, UsualPage, LargestPage);
        var after = PageToken.Decode<DeadLetterPlace>(request, request.PageToken) ?? DeadLetterPlace.Start;
        var rows = await deadLetters.Page(after, size + 1, context.CancellationToken);
        var page = Page.Cut(rows, size, request, letter => new DeadLetterPlace(letter.FailedAt, letter.Id, letter.Consumer));
        return new() { DeadLetters = { page.Items.Select(ToContract) }, NextPageToken = page.NextPageToken };
    }

    private static V1.DeadLetter ToContract(DeadLetter letter) => new()
    {
        Name = DeadLetterName.Of(letter.Id),
        Type = letter.Type,
        Aggregate = letter.Aggregate,
        Consumer = letter.Consumer,
        Error = letter.Error,
        Attempts = letter.Attempts,
        FailTime = letter.FailedAt.ToTimestamp(),
        Payload = Encoding.UTF8.GetString(letter.Payload),
    };
}
