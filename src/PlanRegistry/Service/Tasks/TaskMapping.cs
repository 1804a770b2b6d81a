using Google.Protobuf.WellKnownTypes;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Domain.Tasks;
using SocialPolicy.PlanRegistry.Service.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;
using Said = SocialPolicy.PlanRegistry.V1.TaskWork.Types;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

/// <summary>The work on tasks in the words of the contract, and back.</summary>
internal static class TaskMapping
{
    private static readonly WirePairs<TaskKind, Said.Kind> Kinds = new((TaskKind.OneOff, Said.Kind.OneOff), (TaskKind.Ongoing, Said.Kind.Ongoing));

    private static readonly WirePairs<TaskState, Said.State> States = new(
        (TaskState.Open, Said.State.Open), (TaskState.Completed, Said.State.Completed), (TaskState.Dropped, Said.State.Dropped));

    private static readonly WirePairs<TaskRating, Said.Rating> Ratings = new(
        (TaskRating.CompletedOnTime, Said.Rating.CompletedOnTime),
        (TaskRating.CompletedLate, Said.Rating.CompletedLate),
        (TaskRating.Completed, Said.Rating.Completed),
        (TaskRating.NotCompletedInTime, Said.Rating.NotCompletedInTime),
        (TaskRating.NotCompletedOverdue, Said.Rating.NotCompletedOverdue),
        (TaskRating.NotCompleted, Said.Rating.NotCompleted),
        (TaskRating.Dropped, Said.Rating.Dropped),
        (TaskRating.Done, Said.Rating.Done),
        (TaskRating.PartlyDone, Said.Rating.PartlyDone),
        (TaskRating.NotDone, Said.Rating.NotDone),
        (TaskRating.NotAssessed, Said.Rating.NotAssessed));

    private static readonly WirePairs<TaskVerdict, V1.TaskAssessment.Types.Verdict> Verdicts = new(
        (TaskVerdict.Done, V1.TaskAssessment.Types.Verdict.Done),
        (TaskVerdict.Partly, V1.TaskAssessment.Types.Verdict.Partly),
        (TaskVerdict.NotDone, V1.TaskAssessment.Types.Verdict.NotDone));

    private static readonly WirePairs<TaskAct, V1.TaskStep.Types.Act> Acts = new(
        (TaskAct.Classified, V1.TaskStep.Types.Act.Classified),
        (TaskAct.Completed, V1.TaskStep.Types.Act.Completed),
        (TaskAct.Dropped, V1.TaskStep.Types.Act.Dropped),
        (TaskAct.Reopened, V1.TaskStep.Types.Act.Reopened),
        (TaskAct.Assessed, V1.TaskStep.Types.Act.Assessed),
        (TaskAct.Contributed, V1.TaskStep.Types.Act.Contributed),
        (TaskAct.Evidenced, V1.TaskStep.Types.Act.Evidenced));

    /// <summary>The agencies that the work on some tasks names.</summary>
    public static Task<KnownAgencies> AgenciesOf(this NpgsqlConnection connection, TaskLedger ledger, IReadOnlyList<OwnableItem> tasks, CancellationToken ct) =>
        connection.Agencies(ledger.Book.NamedOn(tasks, ledger.On).Concat(tasks.SelectMany(task => ledger.Contributions[task.Id]).Select(row => row.AgencyId)), ct);

    /// <summary>The work on one task.</summary>
    public static V1.TaskWork ToContract(this TaskLedger ledger, OwnableItem task, KnownAgencies agencies)
    {
        var work = ledger.WorkOn(task.Id);
        var rated = ledger.Rate(task.Id);
        var plan = ledger.Book.Plan.Id;
        return new()
        {
            Task = task.NameIn(plan),
            Etag = Etag.Of(work.Version),
            Numbering = task.Numbering,
            Heading = task.Text,
            Kind = Kinds.OfAny(work.Kind),
            State = States.Of(work.State),
            Start = work.Start?.ToContract(),
            Due = work.Due?.ToContract(),
            CompletedOn = work.CompletedOn?.ToContract(),
            DroppedOn = work.DroppedOn?.ToContract(),
            DropReason = work.DropReason ?? "",
            Rating = Ratings.OfAny(rated?.Rating),
            RatingText = rated?.Text ?? "",
            RatingExplanation = rated?.Explanation ?? "",
            Suggestion = work.Kind is null ? ToContract(KindSuggestion.Of(ledger.Book.Content.Tasks.First(one => one.Id == task.Id))) : null,
            Owners = ledger.Book.History.On(task.Id, ledger.On) is { } counting ? task.ToContract(plan, counting, agencies, ledger.On) : null,
            Assessments = { ledger.PeriodsOf(task.Id).Select(period => ToContract(period, withReplaced: ledger.Steps.Contains(task.Id))) },
            Contributions = { ledger.Contributions[task.Id].Select(row => ToContract(row, agencies, ledger.On)) },
            Evidence = { ledger.Evidence[task.Id].Select(row => ToContract(row, plan)) },
            Steps = { ledger.Steps[task.Id].Select(ToContract) },
        };
    }

    private static Said.Suggestion ToContract(KindSuggestion suggestion) => new()
    {
        Kind = Kinds.Of(suggestion.Kind), Due = suggestion.Due?.ToContract(), Quote = suggestion.Quote, Explanation = suggestion.Explanation,
    };

    private static V1.TaskAssessment ToContract(IReadOnlyList<AssessmentRow> period, bool withReplaced)
    {
        var counting = ToContract(period[^1]);
        if (withReplaced)
            counting.Replaced.Add(period.Take(period.Count - 1).Select(ToContract));
        return counting;
    }

    private static V1.TaskAssessment ToContract(AssessmentRow row) => new()
    {
        Period = row.Period,
        Verdict = Verdicts.Of(Words.Read<TaskVerdict>(row.Verdict)),
        Text = row.Text,
        Counts = { row.ToAssessment().Counts.ToDictionary(count => count.Key, count => count.Value) },
        Revision = row.Revision,
        RevisionReason = row.RevisionReason ?? "",
        Actor = row.Actor,
        Time = row.At.ToTimestamp(),
    };

    private static V1.Contribution ToContract(ContributionRow row, KnownAgencies agencies, DateOnly on) => new()
    {
        Agency = agencies.ToContract(row.AgencyId, on), Text = row.Text, From = row.FromDay.ToContract(), To = row.ToDay.ToContract(), Actor = row.Actor, Time = row.At.ToTimestamp(),
    };

    private static V1.Evidence ToContract(EvidenceRow row, Guid plan) => new()
    {
        Name = TaskService.EvidenceName.Of(plan, row.TaskId, row.Id),
        FileName = row.FileName ?? "",
        Sha256 = row.Sha256 ?? "",
        SizeBytes = row.SizeBytes ?? 0,
        DocumentNumber = row.DocumentNumber ?? "",
        Note = row.Note ?? "",
        Period = row.Period ?? "",
        Actor = row.Actor,
        Time = row.At.ToTimestamp(),
    };

    private static V1.TaskStep ToContract(StepRow row) => new()
    {
        Act = Acts.Of(Words.Read<TaskAct>(row.Act)), On = row.OnDay?.ToContract(), Text = row.Text, Actor = row.Actor, Time = row.At.ToTimestamp(),
    };

    /// <summary>Null for UNSPECIFIED; VALUE_UNKNOWN for a value of a later contract.</summary>
    public static TaskKind? ToDomain(this Said.Kind kind, string field) => Kinds.From(kind, field);

    /// <inheritdoc cref="ToDomain(Said.Kind, string)"/>
    public static TaskRating? ToDomain(this Said.Rating rating, string field) => Ratings.From(rating, field);

    /// <inheritdoc cref="ToDomain(Said.Kind, string)"/>
    public static TaskVerdict? ToDomain(this V1.TaskAssessment.Types.Verdict verdict, string field) => Verdicts.From(verdict, field);

    /// <summary>The contract's word for a rating.</summary>
    public static Said.Rating ToContract(this TaskRating? rating) => Ratings.OfAny(rating);
}
