using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

public sealed class BoundingACall : IAsyncLifetime
{
    private readonly ProbeHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData(null, 25, 30.0)]
    [InlineData(5.0, 1, 5)]
    [InlineData(7200.0, 590, 600)]
    public async Task Gives_it_a_deadline_of_its_own_the_clients_or_the_longest(double? asked, double atLeast, double atMost)
    {
        var left = TimeSpan.Zero;
        host.Probe.Act = call =>
        {
            left = call.Deadline - TimeProvider.System.GetUtcNow().UtcDateTime;
            return Task.FromResult(new Plan());
        };
        DateTime? deadline = asked is { } seconds ? TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(seconds) : null;

        await host.Plans.GetPlanAsync(new(), host.As(), deadline);

        left.TotalSeconds.ShouldBeInRange(atLeast, atMost);
    }

    [Fact]
    public async Task Gives_a_client_that_streams_the_longest_deadline()
    {
        var left = TimeSpan.Zero;
        host.Probe.Act = call =>
        {
            left = call.Deadline - TimeProvider.System.GetUtcNow().UtcDateTime;
            return Task.FromResult(new Plan());
        };

        using var import = host.Plans.ImportPlan(host.As(Service.Callers.Role.Registrar));
        await import.RequestStream.CompleteAsync();
        await import.ResponseAsync;

        left.TotalSeconds.ShouldBeInRange(590, 600);
    }

    [Theory]
    [InlineData("100n", 0.0001)]
    [InlineData("7u", 0.007)]
    [InlineData("30m", 30.0)]
    [InlineData("2S", 2_000.0)]
    [InlineData("3M", 180_000.0)]
    [InlineData("1H", 3_600_000.0)]
    [InlineData("99999999H", 359999996400000.0)]
    [InlineData("123456789S", null)]
    [InlineData("-1S", null)]
    [InlineData("S", null)]
    [InlineData("5", null)]
    [InlineData("5x", null)]
    [InlineData(null, null)]
    public void Reads_what_the_wire_says(string? header, double? milliseconds) =>
        (Deadlines.Read(header)?.TotalMilliseconds).ShouldBe(milliseconds);
}
