using Grpc.Core;
using SocialPolicy.BuildingBlocks.FunctionalTests.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Limits;

public sealed class OpeningManyCalls
{
    [Fact]
    public async Task Stops_at_what_one_caller_may_have_open()
    {
        await using var host = await LimitedHost.Start(limits => limits.OpenAtOnce = 3);
        var registrar = host.Service.As(Role.Registrar);
        var open = new List<AsyncClientStreamingCall<ImportPlanRequest, Plan>>();
        for (var call = 0; call < 4; call++)
        {
            open.Add(host.Service.Plans.ImportPlan(registrar));
            await open[call].RequestStream.WriteAsync(new());
        }

        var ended = await Task.WhenAny(open.Select(call => call.ResponseAsync)).WaitAsync(TimeSpan.FromSeconds(20));
        var refused = Refused.Of(await Should.ThrowAsync<RpcException>(() => ended));
        refused.Code.ShouldBe(StatusCode.ResourceExhausted);
        refused.Info.Reason.ShouldBe("TOO_MANY_OPEN_CALLS");
        refused.RetryInfo.ShouldNotBeNull();
        (await host.Service.Plans.GetPlanAsync(new(), registrar)).ShouldNotBeNull();

        var allowed = open.Where(call => call.ResponseAsync != ended).ToList();
        foreach (var call in allowed)
            await call.RequestStream.CompleteAsync();
        await Task.WhenAll(allowed.Select(call => call.ResponseAsync));
        using var again = host.Service.Plans.ImportPlan(registrar);
        await again.RequestStream.CompleteAsync();
        (await again.ResponseAsync).ShouldNotBeNull();
    }

    [Fact]
    public async Task Stops_at_what_one_caller_may_ask_of_what_is_heavy_and_lets_the_light_through()
    {
        var done = new TaskCompletionSource<Plan>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await LimitedHost.Start(limits => limits.OpenAtOnce = 2);
        var registrar = host.Service.As(Role.Registrar);
        var light = host.Service.Probe.Act;
        host.Service.Probe.Act = _ => done.Task;
        var heavy = Enumerable.Range(0, 3).Select(_ => host.Service.Plans.ListFlagsAsync(new(), registrar).ResponseAsync).ToList();

        var ended = await Task.WhenAny(heavy).WaitAsync(TimeSpan.FromSeconds(20));

        Refused.Of(await Should.ThrowAsync<RpcException>(() => ended)).Info.Reason.ShouldBe("TOO_MANY_OPEN_CALLS");
        host.Service.Probe.Act = light;
        (await host.Service.Plans.GetPlanAsync(new(), registrar)).ShouldNotBeNull();
        done.SetResult(new Plan());
        await Task.WhenAll(heavy.Where(call => call != ended));
        (await host.Service.Plans.ListFlagsAsync(new(), registrar)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Ends_for_the_day_when_enough_was_uploaded()
    {
        await using var host = await LimitedHost.Start(limits => limits.UploadsADay = 2);
        var registrar = host.Service.As(Role.Registrar);
        for (var call = 0; call < 2; call++)
        {
            using var upload = host.Service.Plans.ImportPlan(registrar);
            await upload.RequestStream.CompleteAsync();
            await upload.ResponseAsync;
        }

        var refused = await OneMore(host, registrar);

        refused.Info.Reason.ShouldBe("QUOTA_EXHAUSTED");
        refused.RetryInfo.ShouldNotBeNull().RetryDelay.ToTimeSpan().ShouldBeInRange(TimeSpan.FromHours(23), TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task Ends_for_the_day_when_uploads_weigh_enough()
    {
        await using var host = await LimitedHost.Start(limits => limits.UploadedMegabytesADay = 1);
        using var upload = host.Service.Plans.ImportPlan(host.Service.As(Role.Registrar));
        var part = new ImportPlanRequest { Chunk = Google.Protobuf.ByteString.CopyFrom(new byte[600 << 10]) };

        var refused = Refused.Of(await Should.ThrowAsync<RpcException>(async () =>
        {
            await upload.RequestStream.WriteAsync(part);
            await upload.RequestStream.WriteAsync(part);
            await upload.RequestStream.CompleteAsync();
            await upload.ResponseAsync;
        }));

        refused.Info.Reason.ShouldBe("QUOTA_EXHAUSTED");
    }

    private static async Task<Refused> OneMore(LimitedHost host, Metadata registrar)
    {
        using var call = host.Service.Plans.ImportPlan(registrar);
        return Refused.Of(await Should.ThrowAsync<RpcException>(() => call.ResponseAsync.WaitAsync(TimeSpan.FromSeconds(20))));
    }
}
