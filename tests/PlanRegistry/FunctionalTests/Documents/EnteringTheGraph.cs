using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.PlanRegistry.FunctionalTests.Amendments;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Documents.Graph;
using Kind = SocialPolicy.PlanRegistry.V1.RelationKind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

public sealed class EnteringTheGraph(Registry registry) : IClassFixture<Registry>
{
    private const string OldPlan = """
        insert into plans (id, version, state, number, issued_year, issued_month, issued_day, issuer, province, title, search_text, file_name, sha256, size_bytes, created_at, updated_at)
        values (@id, 2, 'confirmed', @number, 2024, 2, 6, 'UBND tỉnh Sơn La', 'Sơn La', 'Kế hoạch cũ', '', 'old.txt', @sha, 1, now(), now());
        insert into plan_legal_bases (plan_id, position, number, type, issued_on, relationship, span)
        values (@id, 1, @basis, 'Nghị quyết', '2023-11-24', 'pursuant_to', '[10,20)');
        update plans set state = 'published', published_at = now() where id = @id;
        """;

    [Fact]
    public async Task Brings_a_published_plan_with_its_bases()
    {
        var plan = await registry.ImportPublished();

        var relation = (await registry.Find(plan.Name)).Relations.ShouldHaveSingleItem();

        (relation.Kind, relation.Span, relation.RecordedBy).ShouldBe((Kind.PursuantTo, plan.LegalBases[0].Span, "registrar"));
        var basis = await registry.Find(relation.Document);
        (basis.Number, basis.Type, basis.IssuedOn, basis.Stub, basis.Province).ShouldBe(("42-NQ/TW", "Nghị quyết", On(2023, 11, 24), true, ""));
    }

    [Fact]
    public async Task Changes_nothing_when_the_plan_amended_another_before_it_was_published()
    {
        var (plan, other) = (await registry.ImportConfirmed(), await registry.ImportPublished());
        await Amends(plan, other);
        var entered = await registry.Find(plan.Name);

        await registry.Registrar.ConfirmReadingAsync(new() { Name = plan.Name });
        await registry.Registrar.PublishPlanAsync(new() { Name = plan.Name });

        (await registry.Find(plan.Name)).ShouldBe(entered);
    }

    [Fact]
    public async Task Stores_nothing_before_the_plan_is_published_and_when_that_only_validates()
    {
        var plan = await registry.Confirmed(PlanPursuantTo($"Nghị quyết số {NewNumber()}", "71701"));

        await registry.Registrar.PublishPlanAsync(new() { Name = plan.Name, ValidateOnly = true });

        (await registry.Ask<long>("select count(*) from documents where plan_id = @id", new { id = IdOf(plan) })).ShouldBe(0);
    }

    [Fact]
    public async Task Fills_the_stub_that_another_plan_cited_and_follows_its_corrections()
    {
        var number = NewNumber("KH-UBND");
        var citing = await registry.Published(PlanPursuantTo($"Kế hoạch số {number} ngày 06/02/2024", "71702"));
        var stub = (await registry.Find(citing.Name)).Relations.ShouldHaveSingleItem().Document;

        var plan = await registry.Confirmed(SamplePlan.Text(number.Split('/')[0]));
        await Amends(plan, await registry.ImportPublished());

        (await registry.Find(plan.Name)).Name.ShouldBe(stub);

        await registry.Registrar.ConfirmReadingAsync(new() { Name = plan.Name, Plan = new() { Number = NewNumber("KH-UBND") }, UpdateMask = new FieldMask { Paths = { "number" } } });
        await registry.Registrar.PublishPlanAsync(new() { Name = plan.Name });

        var cited = (await registry.Find(citing.Name)).Relations.ShouldHaveSingleItem().Document;
        cited.ShouldNotBe(stub);
        (await registry.Find(cited)).Number.ShouldBe(number);
        (await registry.Find(plan.Name)).Name.ShouldBe(stub);
        (await registry.Ask<long>("select count(*) from document_relations where to_id = @id and ended_at is not null", new { id = Guid.Parse(stub.Split('/')[1]) })).ShouldBe(1);
    }

    [Fact]
    public async Task Keeps_local_numbers_of_different_provinces_apart()
    {
        var number = NewNumber("KH-UBND");
        var here = await registry.Published(PlanPursuantTo($"Kế hoạch số {number} ngày 06/02/2024", "71703"));
        var there = await registry.Import(PlanPursuantTo($"Kế hoạch số {number} ngày 06/02/2024", "71704"));
        await registry.Registrar.ConfirmReadingAsync(new() { Name = there.Name, Plan = new() { Province = "Khánh Hòa" }, UpdateMask = new FieldMask { Paths = { "province" } } });
        await registry.Registrar.PublishPlanAsync(new() { Name = there.Name });

        var cited = new[] { (await registry.Find(here.Name)).Relations[0].Document, (await registry.Find(there.Name)).Relations[0].Document };

        cited.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Brings_plans_in_that_were_published_before_there_was_a_graph()
    {
        var (id, basis) = (Guid.CreateVersion7(), NewNumber());
        await registry.Do(OldPlan, new { id, basis, number = NewNumber("KH-UBND"), sha = Convert.ToHexStringLower([.. id.ToByteArray(), .. id.ToByteArray()]) });
        var job = registry.Services.GetServices<IJob>().Single(job => job.Name == "enter-plans");

        // The service's own run, at its start, may be faster.
        await job.Run(CancellationToken.None);

        var document = await registry.Find($"plans/{id}");
        document.Relations.ShouldHaveSingleItem().RecordedBy.ShouldBe("enter-plans");
        (await job.Run(CancellationToken.None)).ShouldBe("entered 0 plans");
        (await registry.Find($"plans/{id}")).ShouldBe(document);
    }

    private async Task Amends(V1.Plan plan, V1.Plan other) => await registry.Amendments.AmendPlanAsync(new()
    {
        Plan = other.Name,
        Document = new() { Plan = plan.Name },
        EffectiveOn = registry.Today(),
        ItemChanges = { Amending.Value(other.Targets[0], "3") },
    });

    private static Guid IdOf(V1.Plan plan) => Guid.Parse(plan.Name["plans/".Length..]);
}
