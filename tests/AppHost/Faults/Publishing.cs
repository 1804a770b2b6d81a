using System.Collections.Concurrent;
using Grpc.Core;
using SocialPolicy.AppHost.Tests.FullSystem;
using SocialPolicy.Harness;
using SocialPolicy.PlanRegistry.V1;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.AppHost.Tests.Faults;

/// <summary>
/// Publishes plans, several at once, as careful callers do: each repeats its request under the same id until somebody
/// answers. Some lose their patience with the first silence; what became of their request they never learn.
/// </summary>
internal sealed class Publishing(PlanService.PlanServiceClient plans, IReadOnlyCollection<Plan> all, IReadOnlySet<string> impatient)
{
    private const int AtOnce = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ConcurrentDictionary<string, Plan> acknowledged = new();
    private int answers;
    private int silences;

    /// <summary>The plans whose publication was answered, as it was answered.</summary>
    public IReadOnlyDictionary<string, Plan> Acknowledged => acknowledged;

    /// <summary>Calls that nobody answered.</summary>
    public int Silences => silences;

    /// <param name="moment">After so many answers...</param>
    /// <param name="then">...this happens, once, while other calls are under way.</param>
    public Task Run(int moment, Action then) => Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (plan, _) =>
    {
        var request = new PublishPlanRequest { Name = plan.Name, Etag = plan.Etag, RequestId = Documents.NewRequest() };
        await Eventually.Holds(() => IsSettled(request), Patience, $"{plan.Name} is answered");
        if (acknowledged.ContainsKey(plan.Name) && Interlocked.Increment(ref answers) == moment)
            then();
    });

    private async Task<bool> IsSettled(PublishPlanRequest request)
    {
        try
        {
            acknowledged[request.Name] = await plans.PublishPlanAsync(request, deadline: Clients.In(5));
            return true;
        }
        catch (RpcException failure) when (IsSilence(failure))
        {
            Interlocked.Increment(ref silences);
            return impatient.Contains(request.Name);
        }
    }

    // The service says "later", or nobody was there to say anything. Every other answer is a wrong one.
    private static bool IsSilence(RpcException failure) =>
        failure.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded || failure.Trailers.Get("grpc-status-details-bin") is null;
}
