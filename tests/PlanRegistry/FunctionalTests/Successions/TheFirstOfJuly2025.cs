using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Kind = SocialPolicy.PlanRegistry.V1.Succession.Types.Kind;
using Reason = SocialPolicy.PlanRegistry.V1.UnassignedParty.Types.Reason;
using Role = SocialPolicy.PlanRegistry.V1.PartyRole;
using Subject = SocialPolicy.PlanRegistry.V1.Succession.Types.Subject;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Successions;

/// <summary>
/// The real case: five plans in force on 2024-11-18, then the departments of March and the units of July 2025. Of the five issuers one
/// goes on.
/// </summary>
public sealed class TheFirstOfJuly2025(Registry registry) : IClassFixture<Registry>
{
    private static readonly DateOnly FirstDay = new(2025, 7, 1);
    private static readonly DateOnly FirstOfMarch = new(2025, 3, 1);
    private static readonly Google.Type.Date Then = new() { Year = 2024, Month = 11, Day = 18 };
    private static readonly Google.Type.Date Now = new() { Year = 2025, Month = 7, Day = 1 };

    [Fact]
    public async Task Leaves_one_issuer_of_five_a_queue_of_duties_and_everything_that_was()
    {
        registry.Clock.MoveTo(new DateTimeOffset(2024, 11, 18, 1, 0, 0, TimeSpan.Zero));
        await registry.Directory.Import(
            [.. SampleFiles.Units.Select(row => row.ToUnit(FirstDay))],
            [.. SampleFiles.Agencies.Select(row => row.ToAgency(row.Ends(FirstOfMarch) ? FirstOfMarch : FirstDay))]);
        var plans = new Dictionary<string, V1.Plan>();
        foreach (var name in SampleFiles.Plans)
            plans[name] = await registry.Publish(name);
        plans.Values.ShouldAllBe(plan => plan.IssuerAgency.Length > 0);
        (await Queue(Then)).ShouldBeEmpty();

        await DryRunSaysWhatWouldBeOrphaned(plans);
        await Record(SampleFiles.Agencies.Where(row => row.Ends(FirstOfMarch)), FirstOfMarch);
        await Record(SampleFiles.Agencies.Where(row => row.Ends(FirstDay)), FirstDay);
        (await RecordUnits()).ShouldBeEmpty();

        var ended = new List<string>();
        foreach (var (name, plan) in plans)
        {
            if ((await registry.Directory.GetAgencyAsync(new() { Name = plan.IssuerAgency })).ValidTo is not null)
                ended.Add(name);
        }

        ended.ShouldBe(["dak-nong", "huong-tra", "phung-hiep", "van-ninh"]);
        await TheQueueListsWhatIsOrphaned(plans);
        await HeirsAreAssignedByRule(plans);
        await NothingIsDeletedAndWhatWasAnsweredStays(plans);
    }

    private async Task DryRunSaysWhatWouldBeOrphaned(Dictionary<string, V1.Plan> plans)
    {
        var request = Recording.Of(
            Subject.Agencies, Kind.Split, ["spp:vn.ubnd"], [.. SampleFiles.Agencies.Single(row => row.Code == "spp:vn.ubnd").Heirs.Select(heir => new V1.Succession.Types.Heir { Name = heir })]);
        request.ValidateOnly = true;
        var plan = plans["van-ninh"];

        var orphans = (await registry.Successions.RecordSuccessionAsync(request)).Orphans;

        orphans.Plans.ShouldHaveSingleItem().ShouldBe(new()
        {
            Name = plan.Name,
            Number = plan.Number,
            Title = plan.Title,
            Issuer = plan.IssuerAgency,
            TargetCount = plan.Summary.TargetCount,
            TaskCount = plan.Summary.TaskCount,
            DutyCount = plan.ReportingDuties.Count,
        });
        orphans.Parties.ShouldAllBe(party => party.Duty.StartsWith(plan.Name, StringComparison.Ordinal) && party.Agency == plan.IssuerAgency);
        orphans.Parties.Select(party => party.Role).Distinct().Order().ShouldBe([Role.Reporter, Role.Addressee]);
        (await registry.Directory.GetAgencyAsync(new() { Name = "spp:vn.ubnd" })).ValidTo.ShouldBeNull();
        (await Queue(Now)).ShouldBeEmpty();

        var district = Recording.Of(Subject.Units, Kind.Dissolve, ["spp:van-ninh"]);
        district.ValidateOnly = true;
        (await registry.Successions.RecordSuccessionAsync(district)).Orphans.ShouldSatisfyAllConditions(
            left => left.AgenciesLeft.Count.ShouldBe(SampleFiles.Agencies.Count(row => row.Unit == "spp:van-ninh" && row.Ends(FirstDay))),
            left => left.Plans.ShouldHaveSingleItem().Name.ShouldBe(plan.Name));
    }

    private async Task TheQueueListsWhatIsOrphaned(Dictionary<string, V1.Plan> plans)
    {
        var queue = await Queue(Now);

        queue.Where(party => party.Role is Role.Issuer).Select(party => party.Plan).Order(StringComparer.Ordinal)
            .ShouldBe(new[] { "dak-nong", "huong-tra", "phung-hiep", "van-ninh" }.Select(name => plans[name].Name).Order(StringComparer.Ordinal));
        var sonLa = queue.Where(party => party.Plan == plans["son-la"].Name).ToList();
        sonLa.Select(party => (party.Text, party.Reason)).Distinct().ShouldContain(("UBND các huyện, thành phố", Reason.EmptyGroup));
        var labour = sonLa.First(party => party.Text == "Sở Lao động - Thương binh và Xã hội");
        labour.Reason.ShouldBe(Reason.Ended);
        labour.Candidates.Select(candidate => candidate.Code).ShouldBe(["spp:sl.so-noi-vu", "spp:sl.so-y-te", "spp:sl.so-gddt", "spp:sl.so-nnmt"]);
        labour.Candidates.ShouldAllBe(candidate => candidate.Confidence == V1.Confidence.Heir);
        queue.Single(party => party.Role is Role.Issuer && party.Plan == plans["dak-nong"].Name).Candidates.ShouldHaveSingleItem().Code.ShouldBe("spp:lam-dong.ubnd");
    }

    private async Task HeirsAreAssignedByRule(Dictionary<string, V1.Plan> plans)
    {
        var waiting = (await Queue(Now)).Count;

        var answer = await registry.Assignments.AssignPartiesAsync(new()
        {
            Rule = new() { Predecessor = "spp:sl.so-ldtbxh", Heir = "spp:sl.so-noi-vu", Plan = plans["son-la"].Name },
            ValidFrom = Now,
            Reason = "Đề án sắp xếp tổ chức bộ máy",
        });

        var heir = (await registry.Directory.GetAgencyAsync(new() { Name = "spp:sl.so-noi-vu" })).Name;
        answer.Assignments.Count.ShouldBeGreaterThan(1);
        answer.Assignments.ShouldAllBe(one => one.Party.Agency == heir && one.Party.Text == "Sở Lao động - Thương binh và Xã hội" && one.Plan == plans["son-la"].Name);
        var left = await Queue(Now);
        left.Count.ShouldBe(waiting - answer.Assignments.Count);
        left.Where(party => party.Plan == plans["son-la"].Name).ShouldAllBe(party => party.Reason != Reason.Ended || party.Text != "Sở Lao động - Thương binh và Xã hội");
    }

    private async Task NothingIsDeletedAndWhatWasAnsweredStays(Dictionary<string, V1.Plan> plans)
    {
        foreach (var plan in plans.Values)
        {
            var after = await registry.Registrar.GetPlanAsync(new() { Name = plan.Name });
            after.ReportingDuties.Select(duty => (duty.Name, duty.ViaParty)).ShouldBe(plan.ReportingDuties.Select(duty => (duty.Name, duty.ViaParty)));
            after.ReportingDuties.SelectMany(duty => duty.ReporterParties.Concat(duty.AddresseeParties))
                .ShouldBe(plan.ReportingDuties.SelectMany(duty => duty.ReporterParties.Concat(duty.AddresseeParties)));
            after.IssuerAgency.ShouldBe(plan.IssuerAgency);
            (after.Targets.Count, after.Tasks.Count).ShouldBe((plan.Targets.Count, plan.Tasks.Count));
        }

        (await Queue(Then)).ShouldBeEmpty();
        var then = await registry.Directory.ResolvePartyAsync(new() { Text = "Sở LĐ-TB&XH", Issuer = "spp:sl.ubnd", On = Then });
        then.Party.Agency.ShouldBe((await registry.Directory.GetAgencyAsync(new() { Name = "spp:sl.so-ldtbxh" })).Name);
        (await registry.Directory.ResolvePartyAsync(new() { Text = "UBND các huyện, thành phố", Issuer = "spp:sl.ubnd", On = Then })).Members.Count.ShouldBe(12);
        (await registry.Directory.ResolvePartyAsync(new() { Text = "Sở LĐ-TB&XH", Issuer = "spp:sl.ubnd", On = Now })).Party.Agency.ShouldBeEmpty();
    }

    private Task<IReadOnlyList<string>> RecordUnits() => Record(SampleFiles.Units.Where(row => row.Ends(FirstDay)), FirstDay, Subject.Units);

    // As the orders say it: who has one heir is merged into it, who has several is split, the others are dissolved, many by one order.
    private async Task<IReadOnlyList<string>> Record(IEnumerable<SampleRow> ended, DateOnly firstDay, Subject subject = Subject.Agencies)
    {
        var left = new List<string>();
        var rows = ended.ToList();
        var requests = rows.Where(row => row.Heirs.Count == 1).GroupBy(row => row.Heirs[0]).Select(same => Recording.Of(subject, Kind.Merge, same.Select(row => row.Code), Heir(same.Key)))
            .Concat(rows.Where(row => row.Heirs.Count > 1).Select(row => Recording.Of(subject, Kind.Split, [row.Code], [.. row.Heirs.Select(Heir)])))
            .Concat(rows.Where(row => row.Heirs.Count == 0).Chunk(100).Select(part => Recording.Of(subject, Kind.Dissolve, part.Select(row => row.Code))));
        foreach (var request in requests)
        {
            request.EffectiveOn = new() { Year = firstDay.Year, Month = firstDay.Month, Day = firstDay.Day };
            left.AddRange((await registry.Successions.RecordSuccessionAsync(request)).Orphans.AgenciesLeft);
        }

        return left;
    }

    private static V1.Succession.Types.Heir Heir(string code) => new() { Name = code };

    private async Task<IReadOnlyList<V1.UnassignedParty>> Queue(Google.Type.Date on)
    {
        var all = new List<V1.UnassignedParty>();
        var request = new V1.ListUnassignedPartiesRequest { On = on, PageSize = 7 };
        do
        {
            var page = await registry.Assignments.ListUnassignedPartiesAsync(request);
            all.AddRange(page.Parties);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}
