using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Tasks;

/// <summary>What a labelled line under a task gives.</summary>
internal enum TaskLabel
{
    Time,
    Deliverable,
}

/// <summary>Labels of lines under a task.</summary>
internal static class TaskWords
{
    public static readonly PhraseTable<TaskLabel> Labels = new(
    [
        ("thời gian", TaskLabel.Time), ("thời gian thực hiện", TaskLabel.Time), ("thời gian hoàn thành", TaskLabel.Time), ("thời hạn", TaskLabel.Time), ("thời hạn hoàn thành", TaskLabel.Time), ("thời hạn thực hiện", TaskLabel.Time), ("tiến độ", TaskLabel.Time), ("tiến độ thực hiện", TaskLabel.Time), ("hoàn thành", TaskLabel.Time),
        ("sản phẩm", TaskLabel.Deliverable), ("sản phẩm dự kiến", TaskLabel.Deliverable), ("sản phẩm đầu ra", TaskLabel.Deliverable), ("kết quả", TaskLabel.Deliverable), ("kết quả đầu ra", TaskLabel.Deliverable), ("kết quả dự kiến", TaskLabel.Deliverable), ("sản phẩm, kết quả", TaskLabel.Deliverable),
    ]);
}
