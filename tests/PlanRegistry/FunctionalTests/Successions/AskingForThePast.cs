using Grpc.Core;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Amendments.Amending;
using static SocialPolicy.PlanRegistry.FunctionalTests.Directory.Sending;
using SuccessionKind = SocialPolicy.PlanRegistry.V1.Succession.Types.Kind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Successions;

/// <summary>After any sequence of amendments, successions and words on whom names mean, every past answer stays what it was.</summary>
public sealed class AskingForThePast(Registry registry) : IClassFixture<Registry>
{
    private const string Province = "past:sl";
    private const string Committee = "past:sl.ubnd";

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Gives_the_answer_that_was_given_before(int seed)
    {
#pragma warning disable CA5394 // The same numbers every time.
        var random = new Random(seed);
        List<string> departments = [.. Enumerable.Range(0, 8).Select(number => $"past:so-{seed}-{number}")];
        await registry.Directory.Import(
            [Province(AskingForThePast.Province, "tỉnh Sơn La")],
            [Agency(Committee, AskingForThePast.Province, "Ủy ban nhân dân tỉnh Sơn La", V1.Agency.Types.Kind.PeoplesCommittee), .. departments.Select(code => Agency(code, AskingForThePast.Province, $"Sở {code[8..]} tỉnh Sơn La"))]);
        var plan = await registry.ImportPublished();
        plan.IssuerAgency.ShouldNotBeEmpty();
        List<(V1.GetPlanRequest Question, V1.Plan Answer)> plans = [];
        List<(V1.ResolvePartyRequest Question, V1.ResolvePartyResponse Answer)> names = [];
        var done = 0;
        for (var step = 0; step < 30; step++)
        {
            registry.Clock.Advance(TimeSpan.FromHours(random.Next(20, 100)));
            done += await Act(plan, departments, random);
            foreach (var job in (string[])["amend-plans", "tell-of-assignments"])
                await registry.Run(job);

            var planAsked = new V1.GetPlanRequest
            {
                Name = plan.Name, InForceOn = Before(random.Next(-60, 90)), KnownAt = registry.Since(plan, random.Next(100)),
            };
            plans.Add((planAsked, await registry.Registrar.GetPlanAsync(planAsked)));
            // What is recorded holds from its own day on, which is today at the earliest: names of days past are settled.
            var nameAsked = new V1.ResolvePartyRequest { Text = $"Sở {departments[random.Next(8)][8..]}", Issuer = Committee, On = Before(random.Next(1, 90)) };
            names.Add((nameAsked, await registry.Directory.ResolvePartyAsync(nameAsked)));
        }

        foreach (var (question, answer) in plans)
        {
            var again = await registry.Registrar.GetPlanAsync(question);
            again.Targets.ShouldBe(answer.Targets);
            again.ReportingDuties.Select(duty => (duty.Deadline, duty.ViaParty)).ShouldBe(answer.ReportingDuties.Select(duty => (duty.Deadline, duty.ViaParty)));
        }

        foreach (var (question, answer) in names)
            (await registry.Directory.ResolvePartyAsync(question)).Party.ShouldBe(answer.Party);
        done.ShouldBeGreaterThan(12);
        plans.Select(pair => $"{pair.Answer.Targets}{pair.Answer.ReportingDuties[0].ViaParty}").Distinct().Count().ShouldBeGreaterThan(4);
        names.Select(pair => pair.Answer.Party.Agency).Distinct().Count().ShouldBeGreaterThan(3);
    }

    private async Task<int> Act(V1.Plan plan, List<string> departments, Random random)
    {
        var (one, other) = (departments[random.Next(8)], departments[random.Next(8)]);
        var from = Before(-random.Next(0, 40));
        try
        {
            switch (random.Next(5))
            {
                case 0:
                    await registry.Successions.RecordSuccessionAsync(Succession(SuccessionKind.Rename, one, from, newName: $"Sở Mới {random.Next(1_000)} tỉnh Sơn La"));
                    break;
                case 1:
                    await registry.Successions.RecordSuccessionAsync(Succession(SuccessionKind.Merge, one, from, heir: other));
                    break;
                case 2:
                    await registry.Assignments.AssignPartiesAsync(new()
                    {
                        Assignments = { new V1.AssignPartiesRequest.Types.Assignment { Duty = plan.ReportingDuties[0].Name, Role = V1.PartyRole.Via, Agency = one } },
                        ValidFrom = from,
                        Reason = "Đề án",
                    });
                    break;
                default:
                    await registry.Amendments.AmendPlanAsync(Amendment(plan, Before(random.Next(-60, 200)), Value(plan.Targets[random.Next(plan.Targets.Count)], $"{random.Next(100)}")));
                    break;
            }

            return 1;
        }
        catch (RpcException refusal) when (refusal.StatusCode is StatusCode.FailedPrecondition or StatusCode.InvalidArgument or StatusCode.NotFound)
        {
            // One that has ended, a succession that overlaps: nothing may have changed then either.
            return 0;
        }
#pragma warning restore CA5394
    }

    private static V1.RecordSuccessionRequest Succession(SuccessionKind kind, string predecessor, Google.Type.Date on, string? heir = null, string newName = "")
    {
        var request = new V1.RecordSuccessionRequest
        {
            Subject = V1.Succession.Types.Subject.Agencies, Kind = kind, EffectiveOn = on, Predecessors = { predecessor }, NewName = newName, LegalGround = "Nghị quyết số 1/NQ-HĐND",
        };
        if (heir is not null)
            request.Heirs.Add(new V1.Succession.Types.Heir { Name = heir });
        return request;
    }

    private Google.Type.Date Before(int days) => Day(DateOnly.FromDateTime(registry.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).Date).AddDays(-days));
}
