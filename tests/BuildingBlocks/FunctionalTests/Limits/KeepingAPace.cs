using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using SocialPolicy.BuildingBlocks.FunctionalTests.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Limits;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Limits;

public sealed class KeepingAPace
{
    private static readonly Pace Slow = new(PerSecond: 1, AtOnce: 5);

    // A slow machine gives a caller a call more now and then; one that goes on is refused all the same.
    private const int Many = 1_000;

    [Fact]
    public async Task Is_asked_of_a_caller_that_loops_and_of_no_other()
    {
        await using var host = await LimitedHost.Start(limits => limits.Caller = Slow);
        var loop = ProbeHost.Bearer(host.Service.Issuer.Token("loop", Role.Viewer));

        var (taken, refused) = await CallUntilRefused(() => host.Service.Plans.GetPlanAsync(new(), loop).ResponseAsync);

        taken.ShouldBeGreaterThanOrEqualTo(Slow.AtOnce);

        refused.Code.ShouldBe(StatusCode.ResourceExhausted);
        refused.Info.Reason.ShouldBe("CALLER_TOO_FAST");
        refused.RetryInfo.ShouldNotBeNull().RetryDelay.ToTimeSpan().ShouldBeInRange(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
        (await host.Service.Plans.GetPlanAsync(new(), ProbeHost.Bearer(host.Service.Issuer.Token("other", Role.Viewer)))).Name.ShouldBe("other");
    }

    [Fact]
    public async Task Lets_a_caller_go_on_after_the_time_it_was_told()
    {
        await using var host = await LimitedHost.Start(limits => limits.Caller = new(PerSecond: 20, AtOnce: 20));
        var token = host.Service.As();
        Refused? refused = null;
        for (var call = 0; call < 1_000 && refused is null; call++)
            refused = await Answer(host, token);

        await Task.Delay(refused.ShouldNotBeNull().RetryInfo!.RetryDelay.ToTimeSpan() + TimeSpan.FromMilliseconds(250));

        (await Answer(host, token)).ShouldBeNull();
    }

    [Fact]
    public async Task Comes_before_the_policy_so_that_refusals_fill_no_log()
    {
        await using var host = await LimitedHost.Start(limits => limits.Caller = Slow);
        var token = host.Service.As(Role.Viewer);

        var reasons = new List<string>();
        for (var call = 0; call < Many && !reasons.Contains("CALLER_TOO_FAST"); call++)
            reasons.Add((await Refused.By(host.Service.Plans.PublishPlanAsync(new(), token))).Info.Reason);

        reasons.Distinct().ShouldBe(["CALLER_NOT_ALLOWED", "CALLER_TOO_FAST"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no token")]
    public async Task Is_asked_of_an_address_while_nobody_is_known_there(string? token)
    {
        await using var host = await LimitedHost.Start(limits => limits.Address = Slow);
        var known = host.Service.As();
        await host.Service.Plans.GetPlanAsync(new(), known);
        var headers = token is null ? [] : ProbeHost.Bearer(token);

        var reasons = new List<string>();
        for (var call = 0; call < Many && !reasons.Contains("CALLER_TOO_FAST"); call++)
            reasons.Add((await Refused.By(host.Service.Plans.GetPlanAsync(new(), headers))).Info.Reason);

        reasons.Distinct().ShouldBe(["CALLER_UNKNOWN", "CALLER_TOO_FAST"]);
        (await host.Service.Plans.GetPlanAsync(new(), known)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Is_asked_of_those_who_need_no_token()
    {
        await using var host = await LimitedHost.Start(limits => limits.Address = Slow);
        var health = new Health.HealthClient(host.Service.Channel);

        var (taken, refused) = await CallUntilRefused(() => health.CheckAsync(new()).ResponseAsync);

        taken.ShouldBeGreaterThanOrEqualTo(Slow.AtOnce);
        refused.Info.Reason.ShouldBe("CALLER_TOO_FAST");
    }

    [Fact]
    public async Task Is_another_matter_between_services()
    {
        await using var host = await LimitedHost.Start(limits => limits.Caller = Slow);
        var service = host.Service.As(Role.Service);

        for (var call = 0; call < 10 * Slow.AtOnce; call++)
            await host.Service.Plans.GetPlanAsync(new(), service);
    }

    [Fact]
    public void Takes_no_memory_for_addresses_that_are_made_up()
    {
        var places = Enumerable.Range(0, 100_000).Select(number => Asker.At(new IPAddress((uint)number))).ToHashSet();

        places.Count.ShouldBeLessThanOrEqualTo(Asker.Places);
        places.Count.ShouldBeGreaterThan(Asker.Places / 2);
        Asker.At(IPAddress.Parse("2001:db8:1:2::1")).ShouldBe(Asker.At(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Asker.At(IPAddress.Parse("::ffff:10.1.2.3")).ShouldBe(Asker.At(IPAddress.Parse("10.1.2.3")));
    }

    private static async Task<(int Taken, Refused Refused)> CallUntilRefused(Func<Task> call)
    {
        for (var taken = 0; taken < Many; taken++)
        {
            try
            {
                await call();
            }
            catch (RpcException refusal)
            {
                return (taken, Refused.Of(refusal));
            }
        }

        throw new TimeoutException($"{Many} calls were taken.");
    }

    private static async Task<Refused?> Answer(LimitedHost host, Metadata token)
    {
        try
        {
            await host.Service.Plans.GetPlanAsync(new(), token);
            return null;
        }
        catch (RpcException refusal)
        {
            return Refused.Of(refusal);
        }
    }
}
