namespace SocialPolicy.PlanRegistry.Domain.Tasks;

/// <summary>Which of the two kinds of task it is; a person says so.</summary>
public enum TaskKind
{
    /// <summary>It has an end, and can be late.</summary>
    OneOff,

    /// <summary>Standing work ("tiếp tục", "tăng cường", "đẩy mạnh"): assessed once a period.</summary>
    Ongoing,
}

/// <summary>Where the work on a task stands.</summary>
public enum TaskState
{
    /// <summary>To be done, or going on.</summary>
    Open,

    /// <summary>Done: of a one-off task.</summary>
    Completed,

    /// <summary>Given up, with a reason.</summary>
    Dropped,
}

/// <summary>What was found of an ongoing task in a period.</summary>
public enum TaskVerdict
{
    /// <summary>Đã thực hiện.</summary>
    Done,

    /// <summary>Thực hiện một phần.</summary>
    Partly,

    /// <summary>Chưa thực hiện.</summary>
    NotDone,
}

/// <summary>A step of the work on a task.</summary>
public enum TaskAct
{
    /// <summary>Its kind or its dates were said.</summary>
    Classified,

    /// <summary>Completed.</summary>
    Completed,

    /// <summary>Dropped.</summary>
    Dropped,

    /// <summary>Reopened.</summary>
    Reopened,

    /// <summary>A period was assessed.</summary>
    Assessed,

    /// <summary>A contribution was recorded.</summary>
    Contributed,

    /// <summary>Evidence was attached.</summary>
    Evidenced,
}

/// <summary>What one command did to the work on a task.</summary>
/// <param name="Act">What.</param>
/// <param name="On">The day it is about; null when it is about none.</param>
/// <param name="Text">What was said.</param>
public sealed record TaskStep(TaskAct Act, DateOnly? On, string Text);
