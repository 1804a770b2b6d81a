using Grpc.Core;
using Microsoft.Extensions.Logging;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

public sealed class AnsweringARefusal : IAsyncLifetime
{
    private readonly ProbeHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData(RuleKind.State, StatusCode.FailedPrecondition)]
    [InlineData(RuleKind.Input, StatusCode.InvalidArgument)]
    [InlineData(RuleKind.Missing, StatusCode.NotFound)]
    [InlineData(RuleKind.Duplicate, StatusCode.AlreadyExists)]
    [InlineData(RuleKind.Conflict, StatusCode.Aborted)]
    [InlineData(RuleKind.Unknown, StatusCode.Unauthenticated)]
    [InlineData(RuleKind.Forbidden, StatusCode.PermissionDenied)]
    [InlineData(RuleKind.Limit, StatusCode.ResourceExhausted)]
    [InlineData(RuleKind.Unavailable, StatusCode.Unavailable)]
    public async Task Gives_each_kind_of_rule_its_code_and_the_rule_its_reason(RuleKind kind, StatusCode code)
    {
        var refused = await When(() => throw new RuleBroken([new Example(kind, "plan.title")]));

        refused.Code.ShouldBe(code);
        refused.Message.ShouldBe("Kế hoạch must be an example.");
        refused.Info.Reason.ShouldBe("EXAMPLE");
        refused.Info.Domain.ShouldBe("probe.socialpolicy");
        refused.Info.Metadata["số"].ShouldBe("43/KH-UBND");
        (refused.BadRequest is not null).ShouldBe(kind is RuleKind.Input);
        (refused.RetryInfo is not null).ShouldBe(kind is RuleKind.Unavailable);
        host.Log.Where(line => line.Text.Contains("EXAMPLE", StringComparison.Ordinal)).ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Debug);
    }

    [Fact]
    public async Task Names_every_field_at_fault()
    {
        var refused = await When(() => throw new RuleBroken([new Example(RuleKind.Input, "plan.title"), new Example(RuleKind.Input, "plan.issuer")]));

        var violations = refused.BadRequest.ShouldNotBeNull().FieldViolations;
        violations.Select(violation => violation.Field).ShouldBe(["plan.title", "plan.issuer"]);
        violations.ShouldAllBe(violation => violation.Reason == "EXAMPLE" && violation.Description.Length > 0);
    }

    [Fact]
    public async Task Stays_small_enough_to_arrive_however_much_is_wrong()
    {
        var rules = Enumerable.Range(0, 5_000).Select(number => new Example(RuleKind.Input, $"plan.targets[{number}].indicator")).ToArray();

        (await When(() => throw new RuleBroken(rules))).BadRequest.ShouldNotBeNull().FieldViolations.Count.ShouldBeInRange(10, 100);
    }

    [Fact]
    public async Task Says_nothing_of_what_nobody_expected_but_logs_it_once()
    {
        var refused = await When(() => throw new InvalidOperationException("Host=10.0.0.1;Password=hunter2"));

        refused.Code.ShouldBe(StatusCode.Internal);
        refused.Info.Reason.ShouldBe("INTERNAL_ERROR");
        refused.Message.ShouldNotContain("hunter2");
        host.Log.Where(line => line.Level == LogLevel.Error).ShouldHaveSingleItem().Text.ShouldContain("GetPlan");
    }

    [Fact]
    public async Task Asks_to_try_again_when_the_storage_does_not_answer()
    {
        var refused = await When(async () =>
        {
            await using var nobody = new NpgsqlConnection("Host=127.0.0.1;Port=1;Username=nobody;Timeout=2");
            await nobody.OpenAsync();
        });

        refused.Code.ShouldBe(StatusCode.Unavailable);
        refused.Info.Reason.ShouldBe("STORAGE_UNAVAILABLE");
        refused.RetryInfo.ShouldNotBeNull();
        host.Log.Where(line => line.Level == LogLevel.Warning).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Tells_a_late_answer_from_a_failure()
    {
        host.Probe.Act = Forever;

        var late = await Should.ThrowAsync<RpcException>(() => host.Plans.GetPlanAsync(
            new(), host.As(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(300)).ResponseAsync);

        late.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        host.Log.ShouldNotContain(line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Stops_working_when_the_caller_leaves()
    {
        var stopped = new TaskCompletionSource();
        using var leaving = new CancellationTokenSource();
        host.Probe.Act = async call =>
        {
            call.CancellationToken.Register(stopped.SetResult);
            await leaving.CancelAsync();
            return await Forever(call);
        };

        await Should.ThrowAsync<RpcException>(() => host.Plans.GetPlanAsync(new(), host.As(), cancellationToken: leaving.Token).ResponseAsync);

        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(10));
        host.Log.ShouldNotContain(line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Refuses_a_message_over_the_limit()
    {
        var tooLarge = await Should.ThrowAsync<RpcException>(() =>
            host.Plans.GetPlanAsync(new GetPlanRequest { Name = new('x', 5 * 1024 * 1024) }, host.As()).ResponseAsync);

        tooLarge.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    private async Task<Refused> When(Func<Task> fails)
    {
        host.Probe.Act = async _ =>
        {
            await fails();
            return new();
        };
        return await Refused.By(host.Plans.GetPlanAsync(new(), host.As()));
    }

    private static async Task<Plan> Forever(ServerCallContext call)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, call.CancellationToken);
        return new();
    }

    private sealed record Example(RuleKind Kind, string? Field) : IRule
    {
        public bool IsBroken => true;
        public string Reason => "EXAMPLE";
        public string Message => "Kế hoạch must be an example.";
        public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["số"] = "43/KH-UBND" };
    }
}
