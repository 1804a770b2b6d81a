using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Files;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Indicators.Service.Targets.Allocations;
using FileOfShares = SocialPolicy.BuildingBlocks.Service.Files.ReceivedFile<SocialPolicy.Indicators.V1.ImportAllocationRequest.Types.File>;

namespace SocialPolicy.Indicators.Service.Targets;

internal sealed partial class TargetService
{
    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Installation)]
    public override async Task<V1.TargetAllocation> ImportAllocation(IAsyncStreamReader<V1.ImportAllocationRequest> stream, ServerCallContext call)
    {
        var received = await FileOfShares.From(stream, message => message.File, message => message.Chunk, call.CancellationToken);
        var file = received.Description;
        return await requests.Once(file.RequestId, file.ValidateOnly, received.PayloadHash, call, async work =>
        {
            received.MustHaveArrived(file.Sha256, FileOfShares.NameOf(file.FileName), "file");
            Check.Rule(new DocumentsHaveContent(received.Size));
            using var content = received.Open();
            return await Allocate(work, new(file.Target, file.Etag, file.Reason, "file."), SheetOfShares.Read(content, file.Target));
        });
    }
}
