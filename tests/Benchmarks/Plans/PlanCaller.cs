using Grpc.Core;
using Grpc.Net.Client;
using SocialPolicy.PlanRegistry.V1;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.Benchmarks.Plans;

/// <summary>Asks for one plan after the other.</summary>
internal sealed class PlanCaller(GrpcChannel channel, CallInvoker invoker, IReadOnlyList<string> plans, PlanView view) : ICaller
{
    private readonly PlanService.PlanServiceClient client = new(invoker);
    private int next;

    public async Task Call()
    {
        var name = plans[(int)((uint)Interlocked.Increment(ref next) % (uint)plans.Count)];
        var plan = await client.GetPlanAsync(new() { Name = name, View = view });
        if (plan.Name != name || plan.Summary.TaskCount == 0 || (plan.Tasks.Count == 0) != (view is PlanView.Basic))
            throw new InvalidOperationException($"The answer is not what was asked for: {name}.");
    }

    public void Dispose() => channel.Dispose();
}
