using SocialPolicy.PlanRegistry.FunctionalTests.Amendments;
using SocialPolicy.PlanRegistry.FunctionalTests.Documents;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;
using SocialPolicy.Types.V1;
using static SocialPolicy.PlanRegistry.FunctionalTests.Refusals.Refusing;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Refusals;

/// <summary>What every call says of days, words and lengths that say nothing, whatever it does.</summary>
public sealed class SayingWhatSaysNothing(Registry registry) : IClassFixture<Registry>
{
    private const V1.RelationKind NoRelation = (V1.RelationKind)99;

    [Fact]
    public async Task Is_refused_for_days_that_no_calendar_has()
    {
        var (plan, task) = (await registry.PublishedPlan(), await registry.OneOffTask());
        var (matter, document) = ((await registry.Matters.RaiseMatterAsync(Difficulty(plan))).Name, await registry.Find(plan.Name));

        await registry.ShouldRefuse(
            "DATE_INVALID",
            new V1.GetPlanRequest { Name = plan.Name, InForceOn = NoDay },
            new V1.ProposeAmendmentRequest { Plan = plan.Name, AmendingPlan = Working.PlanOf(task), EffectiveOn = NoDay },
            Amending.Amendment(plan, NoDay, Amending.Value(plan.Targets[0], "3")),
            new V1.ListUnassignedPartiesRequest { On = NoDay },
            new V1.AssignPartiesRequest(Parties(plan)) { ValidFrom = NoDay },
            new V1.ResolvePartyRequest { Text = "Sở Y tế", Issuer = Province.Health, On = NoDay },
            new V1.RecordSuccessionRequest(Dissolution()) { EffectiveOn = NoDay },
            Changed(document, new() { ValidTo = NoDay }, "valid_to"),
            new V1.ListDescendantsRequest { Name = document.Name, On = NoDay },
            new V1.ListAffectedPlansRequest { Name = document.Name, On = NoDay },
            new V1.FindPathRequest { From = document.Name, To = document.Name, On = NoDay },
            new V1.ListInvalidBasesRequest { On = NoDay },
            new V1.GetCoverageRequest { Name = document.Name, Text = "UBND các xã", On = NoDay },
            new V1.RaiseMatterRequest(Difficulty(plan)) { RaisedOn = NoDay },
            new V1.AssignMatterRequest { Name = matter, Agency = Province.Labour, Due = NoDay },
            new V1.GetMatterRequest { Name = matter, On = NoDay },
            new V1.AssignOwnersRequest(Owned(plan.Name, plan.Targets[0].Name)) { From = NoDay },
            new V1.SuggestOwnersRequest { Plan = plan.Name, On = NoDay },
            new V1.GetOwnersRequest { Item = task, On = NoDay },
            new V1.ListUnownedRequest { Plan = plan.Name, On = NoDay },
            new V1.ExportOwnersRequest { Plan = plan.Name, On = NoDay },
            new V1.GetTaskWorkRequest { Task = task, On = NoDay },
            new V1.CompleteTaskRequest { Task = task, On = NoDay },
            new V1.DropTaskRequest { Task = task, Reason = "đã có", On = NoDay },
            new V1.RecordContributionRequest(Contributed(task)) { From = NoDay });
    }

    [Fact]
    public async Task Is_refused_for_words_of_a_later_contract()
    {
        var (plan, task) = (await registry.PublishedPlan(), await registry.OngoingTask());
        var document = await registry.Find(plan.Name);
        var compared = Amending.Value(plan.Targets[0], "3");
        compared.Target.Threshold.Comparator = (Comparator)99;
        var group = new V1.AgencyGroup { Unit = "own:sl", Reach = (V1.AgencyGroup.Types.Reach)99, Kinds = { V1.Agency.Types.Kind.Department } };

        await registry.ShouldRefuse(
            "VALUE_UNKNOWN",
            Amending.Amendment(plan, registry.Today(), compared),
            Parties(plan, (V1.PartyRole)99),
            new V1.RecordSuccessionRequest(Dissolution()) { Kind = (V1.Succession.Types.Kind)99 },
            Changed(await registry.New(), new() { IssuerLevel = (V1.Plan.Types.Level)99 }, "issuer_level"),
            new V1.ListDescendantsRequest { Name = document.Name, Kinds = { NoRelation } },
            new V1.ListAffectedPlansRequest { Name = document.Name, Kinds = { NoRelation } },
            new V1.FindPathRequest { From = document.Name, To = document.Name, Kinds = { NoRelation } },
            new V1.GetCoverageRequest { Name = document.Name, Group = group },
            new V1.RaiseMatterRequest(Difficulty(plan)) { Kind = (V1.Matter.Types.Kind)99 },
            new V1.CloseMatterRequest { Name = NoMatter, Conclusion = "x", Outcome = (V1.Matter.Types.Outcome)99 },
            new V1.ListUnownedRequest { Plan = plan.Name, Kind = (V1.OwnableKind)99 },
            Classified(Working.PlanOf(task), task, (V1.TaskWork.Types.Kind)99),
            new V1.AssessTaskRequest(Assessed(task)) { Verdict = (V1.TaskAssessment.Types.Verdict)99 },
            new V1.DownloadDocumentRequest { Name = plan.Name, Form = (V1.DocumentForm)99 });
    }

    [Fact]
    public async Task Is_refused_for_texts_without_end()
    {
        var (plan, task) = (await registry.PublishedPlan(), await registry.OneOffTask());
        var (matter, document) = ((await registry.Matters.RaiseMatterAsync(Difficulty(plan))).Name, await registry.Find(plan.Name));

        await registry.ShouldRefuse(
            "FIELD_TOO_LONG",
            new V1.ResolvePartyRequest { Text = TooLong, Issuer = Province.Health },
            new V1.AssignPartiesRequest(Parties(plan)) { Reason = TooLong },
            new V1.RecordSuccessionRequest(Dissolution()) { Note = TooLong },
            Changed(document, new() { Title = TooLong }, "title"),
            new V1.GetCoverageRequest { Name = document.Name, Text = TooLong },
            new V1.AssignMatterRequest { Name = matter, Agency = Province.Labour, Due = Later, Text = TooLong },
            new V1.CloseMatterRequest { Name = matter, Conclusion = TooLong },
            new V1.ReopenMatterRequest { Name = matter, Reason = TooLong },
            new V1.AssignOwnersRequest(Owned(plan.Name, plan.Targets[0].Name)) { Reason = TooLong },
            new V1.ReopenTaskRequest { Task = task, Reason = TooLong },
            new V1.RecordContributionRequest(Contributed(task)) { Text = TooLong });
    }

    [Fact]
    public async Task Is_refused_for_a_correction_of_nothing()
    {
        var (read, nothing) = (await registry.Import(SamplePlan.Text()), new V1.ItemCorrection { Drop = true });

        await registry.ShouldRefuse("FIELD_REQUIRED", new V1.ConfirmReadingRequest { Name = read.Name, ItemCorrections = { nothing } });
    }
}
