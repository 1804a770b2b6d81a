using SocialPolicy.Cli.Indicators;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Indicators.V1;
using SocialPolicy.Types.V1;
using Plan = SocialPolicy.PlanRegistry.V1.Plan;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.Cli.Story;

/// <summary>An agency observes some targets of a plan; each is rated. What must be refused is refused.</summary>
internal sealed class MeasuringChapter(StoryTeller teller, Cast cast)
{
    private const int Some = 3;

    private static readonly Comparator[] Comparable = [Comparator.Equal, Comparator.AtLeast, Comparator.MoreThan, Comparator.AtMost, Comparator.LessThan];

    /// <param name="plan">Published and adopted.</param>
    /// <param name="agency">Who gives the values.</param>
    /// <param name="period">The period they are about.</param>
    public async Task Tell(Plan plan, string agency, string period)
    {
        var all = await teller.Ask(() => TargetCommands.Of(plan.Name, cast.Operator, teller.Cancellation));
        var numbers = all.Where(target => !target.Vision && Comparable.Contains(target.Threshold.Comparator)).Take(Some).ToList();
        if (numbers.Count == 0)
            return;

        await TellWhatIsRefused(numbers, agency, period);
        await teller.Step($"observe {numbers.Count} targets", async () =>
        {
            var verdicts = new List<string>();
            foreach (var target in numbers)
            {
                var answer = await Record(cast.Officer, Of(target, agency, period, target.Threshold.Value), Said.NewRequest());
                StoryTeller.Holds(answer.Rating.Verdict is not (Rating.Types.Verdict.Unspecified or Rating.Types.Verdict.NoData), answer.Rating.Explanation);
                verdicts.Add(answer.Rating.Verdict.ToString());
            }

            return $"{string.Join(", ", verdicts)}; {(await Rated(plan)).Count} rated";
        });
        if (all.FirstOrDefault(target => !target.Vision && target.Threshold.Comparator is Comparator.Achieve) is { } state)
        {
            await teller.Step("judge a target without a number", async () =>
            {
                var judged = Of(state, agency, period, "");
                judged.Achieved = true;
                judged.Note = "Theo biên bản kiểm tra cuối kỳ.";
                var answer = await Record(cast.Officer, judged, Said.NewRequest());
                return $"{answer.Rating.Verdict}: {answer.Rating.Explanation}";
            });
        }
    }

    /// <summary>The targets of a plan that have a rating.</summary>
    public async Task<IReadOnlyList<Target>> Rated(Plan plan)
    {
        var targets = await teller.Ask(() => TargetCommands.Of(plan.Name, cast.Operator, teller.Cancellation));
        return [.. targets.Where(target => target.Rating?.Observation is { Length: > 0 })];
    }

    private async Task TellWhatIsRefused(IReadOnlyList<Target> numbers, string agency, string period)
    {
        var any = numbers[0];
        await teller.Step("observe for an unknown agency", () =>
            teller.Refused("AGENCY_NOT_FOUND", () => Send(cast.Officer, Of(any, "spp:nobody", period, any.Threshold.Value), Said.NewRequest())));
        await teller.Step("observe for another agency", () =>
            teller.Refused("AGENCY_NOT_YOURS", () => Send(cast.Stranger, Of(any, agency, period, any.Threshold.Value), Said.NewRequest())));
        if (numbers.FirstOrDefault(target => target.Threshold.Unit == "%") is { } percentage)
        {
            await teller.Step("observe 250 %", () =>
                teller.Refused("VALUE_OUT_OF_RANGE", () => Send(cast.Officer, Of(percentage, agency, period, "250"), Said.NewRequest())));
        }
    }

    private async Task<RecordObservationResponse> Record(Connection by, Observation observation, string requestId) =>
        await teller.Ask(() => Send(by, observation, requestId));

    private Task<RecordObservationResponse> Send(Connection by, Observation observation, string requestId) =>
        by.Observations.RecordObservationAsync(new() { Observation = observation, RequestId = requestId }, Connection.Call(teller.Cancellation)).ResponseAsync;

    private static Observation Of(Target target, string agency, string period, string value) => new()
    {
        Target = target.Name,
        Agency = agency,
        Period = period,
        Value = value,
        Estimate = true,
        Source = "Báo cáo của cơ quan",
    };
}
