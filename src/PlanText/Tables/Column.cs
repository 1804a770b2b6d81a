namespace SocialPolicy.PlanText.Tables;

/// <summary>What a column of a table of tasks holds.</summary>
internal enum Column
{
    Other,

    /// <summary>STT, TT.</summary>
    Number,

    /// <summary>Nhiệm vụ, nội dung.</summary>
    Task,

    /// <summary>Cơ quan chủ trì.</summary>
    Lead,

    /// <summary>Cơ quan phối hợp.</summary>
    Coordinating,

    /// <summary>Thời gian, thời hạn.</summary>
    Time,

    /// <summary>Sản phẩm, kết quả.</summary>
    Deliverable,
}
