namespace SocialPolicy.Calendar;

/// <summary>How often a duty is worded to be reported on (định kỳ, chuyên đề, đột xuất).</summary>
public enum Frequency
{
    /// <summary>The text does not say; with a day and month it is taken as yearly.</summary>
    Unstated,

    /// <summary>Hằng năm.</summary>
    Annual,

    /// <summary>6 tháng; each half names a day of its own.</summary>
    SixMonth,

    /// <summary>Hằng quý.</summary>
    Quarterly,

    /// <summary>Hằng tháng.</summary>
    Monthly,

    /// <summary>Hằng tuần.</summary>
    Weekly,

    /// <summary>Hằng ngày.</summary>
    Daily,

    /// <summary>On one date.</summary>
    Once,

    /// <summary>Giữa kỳ.</summary>
    MidTerm,

    /// <summary>Tổng kết, cuối kỳ.</summary>
    Final,

    /// <summary>Đột xuất, khi có yêu cầu.</summary>
    OnRequest,
}
