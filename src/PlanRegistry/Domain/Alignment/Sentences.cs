using System.Globalization;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>What an officer can put into a letter, in both languages.</summary>
internal static class Sentences
{
    // {0} what is measured, {1} what the plan demands, {2} what the plan above demands, {3} the plan above.
    private static readonly Dictionary<(FindingKind?, string), Wording> Pairs = new()
    {
        [(FindingKind.Weaker, AlignmentRule.Number)] = new(
            "Of “{0}” the plan demands less than {3} does: {1} here, {2} there.",
            "Chỉ tiêu “{0}” đề ra {1}, chưa bằng mức {2} của {3}; đề nghị điều chỉnh hoặc giải trình."),
        [(FindingKind.Weaker, AlignmentRule.Words)] = new(
            "Of “{0}” the plan demands the same number as {3}, in words that ask for less: {1} here, {2} there.",
            "Chỉ tiêu “{0}” đề ra {1}, cùng con số nhưng cách diễn đạt nhẹ hơn mức {2} của {3}; đề nghị rà soát câu chữ."),
        [(FindingKind.Stronger, AlignmentRule.Number)] = new(
            "Of “{0}” the plan demands more than {3} does: {1} here, {2} there.",
            "Chỉ tiêu “{0}” đề ra {1}, phấn đấu vượt mức {2} của {3}."),
        [(FindingKind.Stronger, AlignmentRule.Words)] = new(
            "Of “{0}” the plan demands the same number as {3}, in words that ask for more: {1} here, {2} there.",
            "Chỉ tiêu “{0}” đề ra {1}, cùng con số nhưng cách diễn đạt chặt chẽ hơn mức {2} của {3}."),
        [(FindingKind.Later, AlignmentRule.Year)] = new(
            "The plan is to reach “{0}” later: {1}, where {3} demands {2}.",
            "Chỉ tiêu “{0}” đặt mốc chậm hơn: {1}, trong khi {3} yêu cầu {2}; đề nghị điều chỉnh mốc thời gian hoặc giải trình."),
        [(FindingKind.Earlier, AlignmentRule.Year)] = new(
            "The plan is to reach “{0}” earlier: {1}, where {3} demands {2}.",
            "Chỉ tiêu “{0}” đặt mốc sớm hơn: {1}, trong khi {3} yêu cầu {2}."),
        [(null, AlignmentRule.Unit)] = new(
            "The plan counts “{0}” in another unit: {1}, where {3} has {2}.",
            "Chỉ tiêu “{0}” dùng đơn vị tính khác: {1}, trong khi {3} ghi {2}; đề nghị thống nhất đơn vị tính."),
        [(null, AlignmentRule.Population)] = new(
            "The plan measures “{0}” on others ({4}, {1}) than {3} does ({5}, {2}).",
            "Chỉ tiêu “{0}” tính trên đối tượng khác ({4}: {1}) so với {3} ({5}: {2}); đề nghị thống nhất đối tượng."),
        [(null, AlignmentRule.Place)] = new(
            "The plan states “{0}” for another place ({6}, {1}) than {3} does ({7}, {2}).",
            "Chỉ tiêu “{0}” tính cho địa bàn khác ({6}: {1}) so với {3} ({7}: {2}); đề nghị thống nhất phạm vi."),
        [(null, AlignmentRule.Qualifier)] = new(
            "The plan measures another part of “{0}” ({8}, {1}) than {3} does ({2}).",
            "Chỉ tiêu “{8}” ({1}) có nội hàm khác với chỉ tiêu “{0}” ({2}) của {3}; đề nghị thống nhất khái niệm."),
        [(null, AlignmentRule.Baseline)] = new(
            "The plan counts “{0}” from another baseline: {1} {9}, where {3} has {2} {10}.",
            "Chỉ tiêu “{0}” lấy gốc so sánh khác: {1} {9}, trong khi {3} ghi {2} {10}; đề nghị thống nhất gốc so sánh."),
        [(null, AlignmentRule.PerYear)] = new(
            "One states “{0}” for each year, the other for all years together: {1} here, {2} in {3}.",
            "Chỉ tiêu “{0}” một bên tính bình quân hằng năm, một bên tính cả giai đoạn: {1} so với {2} của {3}; đề nghị thống nhất cách tính."),
        [(null, AlignmentRule.LevelAndChange)] = new(
            "One states a level of “{0}”, the other a change: {1} here, {2} in {3}.",
            "Chỉ tiêu “{0}” một bên nêu mức đạt, một bên nêu mức tăng, giảm: {1} so với {2} của {3}; đề nghị thống nhất cách tính."),
        [(null, AlignmentRule.StateAndNumber)] = new(
            "Only one of the two states a number for “{0}”: {1} here, {2} in {3}.",
            "Chỉ tiêu “{0}” chỉ một bên nêu con số: {1} so với {2} của {3}; đề nghị lượng hóa chỉ tiêu."),
        [(null, AlignmentRule.Direction)] = new(
            "No rule tells which of the two demands more of “{0}”: {1} here, {2} in {3}.",
            "Chưa đủ căn cứ so sánh chỉ tiêu “{0}”: {1} so với {2} của {3}; đề nghị làm rõ chiều hướng."),
        [(null, AlignmentRule.PartOfATotal)] = new(
            "“{0}” is counted: {1} here is a share of the {2} of {3}, and only an allocation tells whether it is enough.",
            "Chỉ tiêu “{0}” là số tuyệt đối: {1} là một phần của {2} theo {3}; cần đối chiếu với số được giao."),
    };

    public static Wording Of(string rule, FindingKind kind, PlanTarget above, PlanTarget below, AlignedPlan superior, AlignedPlan subordinate)
    {
        var template = Pairs.TryGetValue((kind, rule), out var own) ? own : Pairs[(null, rule)];
        return new(
            Filled(template.English, DemandText.English, "the whole territory", "without one"),
            Filled(template.Vietnamese, DemandText.Vietnamese, "toàn địa bàn", "không nêu gốc"));

        string Filled(string text, DemandText words, string everywhere, string noBaseline) => string.Format(
            CultureInfo.InvariantCulture, text, NameOf(above), words.Of(below, subordinate), words.Of(above, superior), superior.Called,
            below.Population, above.Population, below.Geography ?? everywhere, above.Geography ?? everywhere, NameOf(below), below.Baseline ?? noBaseline, above.Baseline ?? noBaseline);
    }

    public static Wording Missing(PlanTarget target, AlignedPlan superior) => new(
        $"The plan states nothing for “{NameOf(target)}”, of which {superior.Called} demands {DemandText.English.Of(target, superior)}.",
        $"Kế hoạch chưa có chỉ tiêu “{NameOf(target)}” mà {superior.Called} đề ra: {DemandText.Vietnamese.Of(target, superior)}; đề nghị bổ sung.");

    public static Wording MissingMilestone(PlanTarget target, PlanTarget nearest, AlignedPlan superior, AlignedPlan subordinate) => new(
        $"The plan states “{NameOf(target)}” for another year ({DemandText.English.Of(nearest, subordinate)}), not the milestone of {superior.Called}: {DemandText.English.Of(target, superior)}.",
        $"Chỉ tiêu “{NameOf(target)}” mới có mốc {DemandText.Vietnamese.Of(nearest, subordinate)}, chưa có mốc {DemandText.Vietnamese.Of(target, superior)} của {superior.Called}; đề nghị bổ sung.");

    public static Wording Ambiguous(PlanTarget target, IReadOnlyList<PlanTarget> candidates, AlignedPlan superior, AlignedPlan subordinate) => candidates is [var only] ? Claimed(target, only, superior, subordinate) : new(
        $"No rule tells which target of the plan answers “{NameOf(target)}” of {superior.Called} ({DemandText.English.Of(target, superior)}): {List(candidates, subordinate, DemandText.English)} may be meant.",
        $"Chưa xác định được chỉ tiêu tương ứng với “{NameOf(target)}” ({DemandText.Vietnamese.Of(target, superior)}) của {superior.Called}: có thể là {List(candidates, subordinate, DemandText.Vietnamese)}; đề nghị làm rõ.");

    // One target of the plan that several of the plan above fit equally well.
    private static Wording Claimed(PlanTarget target, PlanTarget only, AlignedPlan superior, AlignedPlan subordinate) => new(
        $"“{NameOf(only)}” of the plan ({DemandText.English.Of(only, subordinate)}) may answer several targets of {superior.Called}, among them “{NameOf(target)}” ({DemandText.English.Of(target, superior)}).",
        $"Chỉ tiêu “{NameOf(only)}” ({DemandText.Vietnamese.Of(only, subordinate)}) có thể tương ứng với nhiều chỉ tiêu của {superior.Called}, trong đó có “{NameOf(target)}” ({DemandText.Vietnamese.Of(target, superior)}); đề nghị làm rõ.");

    private static string List(IReadOnlyList<PlanTarget> candidates, AlignedPlan plan, DemandText words) =>
        string.Join("; ", candidates.Select(one => $"“{NameOf(one)}” ({words.Of(one, plan)})"));

    // What begins with a number is no name: the sentence itself is the better one then.
    private static string NameOf(PlanTarget target) =>
        Printed.Shortened(target.Indicator.Length > 0 && char.IsDigit(target.Indicator[0]) ? target.Text : target.Indicator, LongestQuote);

    private const int LongestQuote = 160;
}
