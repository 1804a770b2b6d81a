using Grpc.Core;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Amendments.Amending;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Amendments;

/// <summary>After any sequence of amendments every past answer stays what it was.</summary>
public sealed class AskingForThePast(Registry registry) : IClassFixture<Registry>
{
    private static readonly DateOnly First = new(2024, 3, 1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Gives_the_answer_that_was_given_before(int seed)
    {
#pragma warning disable CA5394 // The same numbers every time.
        var random = new Random(seed);
        var plan = await registry.ImportPublished();
        List<(V1.GetPlanRequest Question, V1.Plan Answer)> past = [];
        List<string> scheduled = [];
        var (done, refused) = (0, 0);
        for (var step = 0; step < 40; step++)
        {
            registry.Clock.Advance(TimeSpan.FromHours(random.Next(1, 100)));
            try
            {
                if (random.Next(5) == 0 && scheduled.Count > 0)
                {
                    await registry.Amendments.CancelAmendmentAsync(new() { Name = scheduled[random.Next(scheduled.Count)], Reason = "Ghi nhầm" });
                }
                else
                {
                    var now = await registry.Registrar.GetPlanAsync(new() { Name = plan.Name });
                    var amendment = await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(First.AddDays(random.Next(1_400))), Change(now, random)));
                    if (amendment.State is V1.Amendment.Types.State.Scheduled)
                        scheduled.Add(amendment.Name);
                }

                done++;
            }
            catch (RpcException refusal) when (refusal.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound or StatusCode.InvalidArgument)
            {
                // An item that is gone, an amendment that took effect meanwhile: nothing may have changed then either.
                refused++;
            }

            await registry.Run("amend-plans");
            var question = new V1.GetPlanRequest
            {
                Name = plan.Name,
                InForceOn = Day(First.AddDays(random.Next(1_400))),
                KnownAt = registry.Since(plan, random.Next(300)),
            };
            past.Add((question, await registry.Registrar.GetPlanAsync(question)));
        }

        foreach (var (question, answer) in past)
        {
            var again = await registry.Registrar.GetPlanAsync(question);
            again.Targets.ShouldBe(answer.Targets);
            again.ReportingDuties.Select(duty => (duty.Name, duty.Deadline)).ShouldBe(answer.ReportingDuties.Select(duty => (duty.Name, duty.Deadline)));
        }

        done.ShouldBeGreaterThan(10);
        past.Select(pair => pair.Answer.Targets.ToString()).Distinct().Count().ShouldBeGreaterThan(5);
    }

    private static V1.ItemCorrection Change(V1.Plan now, Random random)
    {
        if (now.Targets.Count == 0 || random.Next(6) == 0)
            return Added($"Tỷ lệ thứ {random.Next(1_000)}", $"{random.Next(100)}");
        var target = now.Targets[random.Next(now.Targets.Count)];
        return random.Next(8) switch
        {
            0 => Dropped(target),
            1 => Demand(target, $"{random.Next(100)}", 2025 + random.Next(6)),
            2 => new()
            {
                ReportingDuty = new() { Name = now.ReportingDuties[0].Name, Deadline = new() { Month = 11, Day = 1 + random.Next(28) } },
                UpdateMask = new() { Paths = { "deadline" } },
            },
            _ => Value(target, $"{random.Next(100)}"),
        };
#pragma warning restore CA5394
    }
}
