using System.Diagnostics;
using System.Security.Cryptography;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.FunctionalTests.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Limits;

public sealed class StreamingSlowly
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task Ends_an_upload_that_stands_still()
    {
        await using var host = await LimitedHost.Start(limits => limits.StreamPatience = Patience);
        using var upload = host.Service.Plans.ImportPlan(host.Service.As(Role.Registrar));
        await upload.RequestStream.WriteAsync(new());
        var waited = Stopwatch.StartNew();

        var refused = Refused.Of(await Should.ThrowAsync<RpcException>(() => upload.ResponseAsync.WaitAsync(TimeSpan.FromSeconds(20))));

        refused.Code.ShouldBe(StatusCode.ResourceExhausted);
        refused.Info.Reason.ShouldBe("STREAM_TOO_SLOW");
        waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Lets_an_upload_go_on_that_moves_now_and_then()
    {
        await using var host = await LimitedHost.Start(limits => limits.StreamPatience = TimeSpan.FromSeconds(4));
        using var upload = host.Service.Plans.ImportPlan(host.Service.As(Role.Registrar));

        for (var part = 0; part < 10; part++)
        {
            await upload.RequestStream.WriteAsync(new());
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        await upload.RequestStream.CompleteAsync();
        await upload.ResponseAsync.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Ends_a_download_that_nobody_reads_and_frees_its_place()
    {
        await using var host = await LimitedHost.Start(limits => (limits.StreamPatience, limits.OpenAtOnce) = (Patience, 1));
        host.Service.Probe.Act = _ => Task.FromResult(new Plan { Name = Convert.ToBase64String(RandomNumberGenerator.GetBytes(2 << 20)) });
        using var unread = host.Service.Plans.ExportPlan(new(), host.Service.As());
        await unread.ResponseHeadersAsync;

        await Eventually.Holds(async () => await Reads(host), TimeSpan.FromSeconds(20));

        var ended = await Should.ThrowAsync<RpcException>(async () =>
        {
            while (await unread.ResponseStream.MoveNext(CancellationToken.None))
            {
            }
        });
        ended.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    private static async Task<bool> Reads(LimitedHost host)
    {
        try
        {
            using var read = host.Service.Plans.ExportPlan(new(), host.Service.As());
            return await read.ResponseStream.MoveNext(CancellationToken.None);
        }
        catch (RpcException full) when (full.StatusCode is StatusCode.ResourceExhausted)
        {
            return false;
        }
    }
}
