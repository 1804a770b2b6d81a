using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.Indicators.Service.Observations;
using SocialPolicy.Indicators.Service.Observations.Templates;

namespace SocialPolicy.Indicators.Service.Targets.Allocations;

/// <summary>Allocations in the words of the contract.</summary>
internal static class AllocationMapping
{
    /// <summary>How the target is broken down now.</summary>
    public static async Task<V1.TargetAllocation> AllocationNow(this NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        var (_, target) = await connection.DemandOf(id, ct);
        var shares = await connection.SharesOf(id, ct);
        return new()
        {
            Target = TargetService.TargetName.Of(id),
            AddsUp = target.AddsUp,
            Etag = Etag.Of(await connection.AllocationVersion(id, ct)),
            Years =
            {
                shares.GroupBy(share => share.Year).Select(year => new V1.TargetAllocation.Types.Year
                {
                    Year_ = year.Key,
                    Demanded = target.DemandedIn(year.Key) is { } demanded ? NumberText.Of(demanded) : "",
                    Total = NumberText.Of(year.Sum(share => share.Value)),
                    Shares =
                    {
                        year.Select(share => new V1.TargetAllocation.Types.Share
                        {
                            Unit = UnitNames.Pattern.Of(share.UnitId), UnitCode = share.Code, UnitName = share.Name, Value = NumberText.Of(share.Value),
                        }),
                    },
                }),
            },
        };
    }
}
