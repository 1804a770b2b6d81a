using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.V1.AlignmentFinding.Types;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Alignment;

public sealed class AcceptingAFinding(Registry registry) : IClassFixture<Registry>
{
    [Theory]
    [InlineData(Kind.Weaker)]
    [InlineData(Kind.Missing)]
    public async Task Marks_it_in_every_check_from_then_on(Kind kind)
    {
        var pair = await PlanPair.Import(registry);
        var order = pair.Accepting(await pair.Finding(registry, kind));

        var accepted = await registry.Alignment.AcceptFindingAsync(order);

        (accepted.Accepted, accepted.Acceptance.Reason, accepted.Acceptance.Actor).ShouldBe((true, order.Reason, "registrar"));
        accepted.Acceptance.AcceptTime.ShouldBe(registry.Clock.GetUtcNow().ToTimestamp());
        (await pair.Finding(registry, kind)).ShouldBe(accepted);
        var open = await pair.Check(registry, openOnly: true);
        open.Findings.ShouldAllBe(finding => finding.Kind != kind);
        (open.Findings.Count, open.AcceptedCount).ShouldBe((2, 1));
        (await registry.Ask<long>("select count(*) from ground.audit_log where resource = @name and outcome = 'DONE'", new { name = accepted.Acceptance.Name })).ShouldBe(1);
    }

    [Fact]
    public async Task Counts_no_more_once_a_target_says_something_else()
    {
        var pair = await PlanPair.Import(registry);
        var finding = await pair.Finding(registry, Kind.Weaker);
        var accepted = await registry.Alignment.AcceptFindingAsync(pair.Accepting(finding));
        var corrected = new V1.ItemCorrection { Target = new() { Name = finding.Target.Name, Threshold = new() { Value = "85" } }, UpdateMask = new() { Paths = { "threshold.value" } } };
        await registry.Registrar.ConfirmReadingAsync(new() { Name = pair.Plan.Name, ItemCorrections = { corrected } });

        var now = await pair.Finding(registry, Kind.Weaker);

        (now.Accepted, now.Acceptance).ShouldBe((false, accepted.Acceptance));
        (await Refused.By(registry.Alignment.AcceptFindingAsync(pair.Accepting(finding)))).ShouldSatisfyAllConditions(
            refused => refused.Code.ShouldBe(StatusCode.Aborted), refused => refused.Reason.ShouldBe("ETAG_MISMATCH"));
        (await registry.Alignment.AcceptFindingAsync(pair.Accepting(now))).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var pair = await PlanPair.Import(registry);
        var order = pair.Accepting(await pair.Finding(registry, Kind.Weaker));
        order.RequestId = $"{Guid.CreateVersion7()}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => registry.Alignment.AcceptFindingAsync(order).ResponseAsync));

        answers.Distinct().ShouldHaveSingleItem();
        (await Acceptances(pair)).ShouldBe(1);
    }

    [Fact]
    public async Task Happens_once_however_many_try_at_the_same_time()
    {
        var pair = await PlanPair.Import(registry);
        var order = pair.Accepting(await pair.Finding(registry, Kind.Weaker));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                return $"{(await registry.Alignment.AcceptFindingAsync(order)).Accepted}";
            }
            catch (RpcException failure)
            {
                return Refused.Of(failure).Reason;
            }
        }));

        outcomes.Count(outcome => outcome == "True").ShouldBe(1);
        outcomes.Count(outcome => outcome == "FINDING_ALREADY_ACCEPTED").ShouldBe(5);
        (await Acceptances(pair)).ShouldBe(1);
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_validates()
    {
        var pair = await PlanPair.Import(registry);
        var order = pair.Accepting(await pair.Finding(registry, Kind.Weaker));
        order.ValidateOnly = true;

        (await registry.Alignment.AcceptFindingAsync(order)).Accepted.ShouldBeTrue();

        (await Acceptances(pair)).ShouldBe(0);
    }

    [Fact]
    public async Task Is_refused_for_what_the_check_does_not_find()
    {
        var pair = await PlanPair.Import(registry);
        var order = pair.Accepting(await pair.Finding(registry, Kind.Weaker));
        order.Kind = Kind.Stronger;

        await ShouldBeRefused(order, StatusCode.NotFound, "FINDING_NOT_FOUND");
        (await Acceptances(pair)).ShouldBe(0);
    }

    [Fact]
    public async Task Is_refused_when_the_plan_implements_several_until_one_is_named()
    {
        var pair = await PlanPair.Import(registry);
        var order = pair.Accepting(await pair.Finding(registry, Kind.Weaker));
        await pair.ImportTwin(registry);

        await ShouldBeRefused(new(order) { Superior = "" }, StatusCode.FailedPrecondition, "SUPERIOR_PLAN_AMBIGUOUS");
        (await Acceptances(pair)).ShouldBe(0);
        (await registry.Alignment.AcceptFindingAsync(order)).Accepted.ShouldBeTrue();
    }

    [Theory]
    [InlineData("reason", "FIELD_REQUIRED")]
    [InlineData("long", "FIELD_TOO_LONG")]
    [InlineData("kind", "FIELD_REQUIRED")]
    [InlineData("rule", "FIELD_REQUIRED")]
    [InlineData("later", "VALUE_UNKNOWN")]
    [InlineData("target", "NAME_MALFORMED")]
    [InlineData("itself", "PLAN_ABOVE_ITSELF")]
    public async Task Is_refused_for_bad_input(string wrong, string reason)
    {
        var pair = await PlanPair.Import(registry);
        var order = pair.Accepting(await pair.Finding(registry, Kind.Weaker));
        _ = wrong switch
        {
            "reason" => order.Reason = " \n",
            "long" => order.Reason = new string('x', 1001),
            "rule" => order.Rule = "",
            "target" => order.SuperiorTarget = "targets/1",
            "itself" => order.Superior = order.Plan,
            _ => "",
        };
        order.Kind = wrong switch
        {
            "kind" => Kind.Unspecified,
            "later" => (Kind)99,
            _ => order.Kind,
        };

        await ShouldBeRefused(order, StatusCode.InvalidArgument, reason);
    }

    [Fact]
    public async Task Is_refused_to_those_who_may_only_look()
    {
        var pair = await PlanPair.Import(registry);
        var order = pair.Accepting(await pair.Finding(registry, Kind.Weaker));

        (await Refused.By(registry.AlignmentAs("viewer", Role.Viewer).AcceptFindingAsync(order))).Reason.ShouldBe("CALLER_NOT_ALLOWED");
    }

    [Fact]
    public async Task Is_history_for_the_owner_of_the_database_too()
    {
        var pair = await PlanPair.Import(registry);
        await registry.Alignment.AcceptFindingAsync(pair.Accepting(await pair.Finding(registry, Kind.Weaker)));

        await Should.ThrowAsync<PostgresException>(() => registry.Ask<int>("with done as (update finding_acceptances set reason = 'x' returning 1) select count(*)::int from done"));
    }

    private Task<long> Acceptances(PlanPair pair) =>
        registry.Ask<long>("select count(*) from finding_acceptances where plan_id = @plan", new { plan = Guid.Parse(pair.Plan.Name["plans/".Length..]) });

    private async Task ShouldBeRefused(V1.AcceptFindingRequest order, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Alignment.AcceptFindingAsync(order));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
