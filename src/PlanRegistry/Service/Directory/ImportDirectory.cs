using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Service.Successions;

namespace SocialPolicy.PlanRegistry.Service.Directory;

internal sealed partial class DirectoryService
{
    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Installation)]
    public override async Task<V1.ImportDirectoryResponse> ImportDirectory(IAsyncStreamReader<V1.ImportDirectoryRequest> stream, ServerCallContext call)
    {
        var received = await ReceivedRows.From(stream, call.CancellationToken);
        return await requests.Once(received.Options.RequestId, received.Options.ValidateOnly, received.PayloadHash, call, async work =>
        {
            received.MustHaveArrived();
            var unreadable = new List<IRule>();
            var unitRows = Readable(received.Units, DirectoryMapping.ToDomain, unreadable);
            var agencyRows = Readable(received.Agencies, DirectoryMapping.ToDomain, unreadable);

            var (units, agencies) = await work.HoldDirectory();
            var recorded = await work.RecordedSuccessions();
            var changes = DirectoryImport.Decide(units, agencies, unitRows, agencyRows, recorded, unreadable, work.At);

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

    // Whoever sends a file wants all its bad rows at once, not the first that cannot be read.
    private static List<TRow> Readable<TSent, TRow>(IReadOnlyList<TSent> sent, Func<TSent, int, TRow> read, List<IRule> unreadable)
    {
        var rows = new List<TRow>(sent.Count);
        for (var index = 0; index < sent.Count; index++)
        {
            try
            {
                rows.Add(read(sent[index], index));
            }
            catch (RuleBroken broken)
            {
                unreadable.AddRange(broken.Rules);
            }
        }

        return rows;
    }
}
