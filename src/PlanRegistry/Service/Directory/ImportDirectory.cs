using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.Service.Directory;

internal sealed partial class DirectoryService
{
    [AllowedTo(Role.Registrar, Role.Administrator)]
    public override async Task<V1.ImportDirectoryResponse> ImportDirectory(IAsyncStreamReader<V1.ImportDirectoryRequest> stream, ServerCallContext call)
    {
        var received = await ReceivedRows.From(stream, call.CancellationToken);
        return await requests.Once(received.Options.RequestId, received.Options.ValidateOnly, received.PayloadHash, call, async work =>
        {
            received.MustHaveArrived();
            var unitRows = received.Units.Select(DirectoryMapping.ToDomain).ToList();
            var agencyRows = received.Agencies.Select(DirectoryMapping.ToDomain).ToList();

            var (units, agencies) = await work.HoldDirectory();
            var changes = DirectoryImport.Decide(units, agencies, unitRows, agencyRows, work.At);

            await work.Keep(changes);
            work.Audit(DirectoryStorage.Aggregate, $"{changes.AddedUnits.Count + changes.AddedAgencies.Count} added, {changes.ChangedUnits.Count + changes.ChangedAgencies.Count} changed");
            return new V1.ImportDirectoryResponse
            {
                AddedUnitCount = changes.AddedUnits.Count,
                ChangedUnitCount = changes.ChangedUnits.Count,
                AddedAgencyCount = changes.AddedAgencies.Count,
                ChangedAgencyCount = changes.ChangedAgencies.Count,
                UnchangedCount = changes.Unchanged,
            };
        });
    }
}
