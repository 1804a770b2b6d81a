using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Benchmarks.Plans;

/// <summary>GetPlan from 16 callers over 300 published plans, beside a bare service that selects the same message by its key.</summary>
internal abstract class PlanReads(PlanView view) : ServedWorkload
{
    private PlanStage? stage;

    public override string Suite => "plans";

    public override double? Goal => 0.6;

    public override async Task<IMeasured> Open(Side side)
    {
        stage = await PlanStage.Ready;
        stage.Hand();
        return await base.Open(side);
    }

    public override async Task<Served> Serve(Side side)
    {
        if (side is Side.Limit)
            return await base.Serve(side);
        var service = await TestService.Start(PlanStage.Service, PlanStage.Settings());
        return new(service.Address, service);
    }

    public override WebApplication Build(WebApplicationBuilder builder, Side side)
    {
        builder.Services.AddSingleton(NpgsqlDataSource.Create(PlanStage.BareConnection()));
        builder.Services.AddGrpc();
        var bare = builder.Build();
        bare.MapGrpcService<BarePlans>();
        return bare;
    }

    protected override ICaller Connect(Uri address, Side side)
    {
        var channel = GrpcChannel.ForAddress(address);
        if (side is Side.Limit)
            return new PlanCaller(channel, channel.CreateCallInvoker(), stage!.Plans, view);

        var authorization = $"Bearer {stage!.Issuer.Token("benchmarks", Role.Viewer)}";
        return new PlanCaller(channel, channel.Intercept(headers =>
        {
            headers.Add("authorization", authorization);
            return headers;
        }), stage.Plans, view);
    }
}

/// <summary>How long the slowest of a hundred callers waits.</summary>
internal abstract class SlowPlanReads(PlanView view) : PlanReads(view)
{
    private const double Percentile = 0.99;

    public override string Unit => "ms";

    public override Better Better => Better.Less;

    /// <summary>At most twice the bare service's.</summary>
    public override double? Goal => 0.5;

    protected override double Tell(double[] milliseconds, TimeSpan elapsed) =>
        milliseconds.Order().ElementAt((int)Math.Ceiling(Percentile * milliseconds.Length) - 1);
}

/// <summary>Header, counts and next deadline.</summary>
internal sealed class BasicReads() : PlanReads(PlanView.Basic)
{
    public override string Name => "get-plan-basic";
}

/// <inheritdoc cref="BasicReads"/>
internal sealed class SlowBasicReads() : SlowPlanReads(PlanView.Basic)
{
    public override string Name => "get-plan-basic-p99";
}

/// <summary>All that was read from the plan.</summary>
internal sealed class FullReads() : PlanReads(PlanView.Full)
{
    public override string Name => "get-plan-full";
}

/// <inheritdoc cref="FullReads"/>
internal sealed class SlowFullReads() : SlowPlanReads(PlanView.Full)
{
    public override string Name => "get-plan-full-p99";
}
