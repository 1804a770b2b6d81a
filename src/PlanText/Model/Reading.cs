namespace SocialPolicy.PlanText;

/// <summary>
/// What a plan document says, each item tied to the text it came from. What the text does not say is null or an empty
/// list; what it says strangely is kept as said and flagged (see <see cref="Flag"/>).
/// </summary>
public sealed record Reading
{
    /// <summary>True when the document is, or wraps, a plan (kế hoạch) or action programme (chương trình hành động).</summary>
    public bool IsPlan { get; init; }

    /// <summary>Number and symbol (số, ký hiệu), as "43/KH-UBND" or "230-KH/HU".</summary>
    public string? Number { get; init; }

    /// <summary>Date of issue when day, month and year are all stated.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>What is stated of the date of issue when it is not complete.</summary>
    public PartialDate? IssuedOnPartial { get; init; }

    /// <summary>Draft or issued; null when nothing in the text tells.</summary>
    public DocumentStatus? Status { get; init; }

    /// <summary>Who issues the plan (cơ quan ban hành).</summary>
    public Issuer? Issuer { get; init; }

    /// <summary>Name of the province (tỉnh, thành phố trực thuộc Trung ương), without its type word.</summary>
    public string? Province { get; init; }

    /// <summary>Who signs (người ký).</summary>
    public Signer? Signer { get; init; }

    /// <summary>Title (trích yếu) as printed, white space collapsed.</summary>
    public string? Title { get; init; }

    /// <summary>Years that the plan covers.</summary>
    public PlanPeriod? Period { get; init; }

    /// <summary>Documents that the plan cites (căn cứ pháp lý), one entry for each distinct document.</summary>
    public IReadOnlyList<LegalBasis> LegalBases { get; init; } = [];

    /// <summary>Headings of all styles, in document order.</summary>
    public IReadOnlyList<OutlineEntry> Outline { get; init; } = [];

    /// <summary>General objectives (mục tiêu tổng quát) and the words of the vision, paragraph by paragraph.</summary>
    public IReadOnlyList<Objective> Objectives { get; init; } = [];

    /// <summary>Targets (chỉ tiêu) of the targets section, in document order.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>Targets of the vision (tầm nhìn) that reaches beyond the plan's own period.</summary>
    public IReadOnlyList<Target> VisionTargets { get; init; } = [];

    /// <summary>Numeric targets that stand inside tasks.</summary>
    public IReadOnlyList<Target> TargetsInTasks { get; init; } = [];

    /// <summary>Task sections (nhiệm vụ, giải pháp) in document order.</summary>
    public IReadOnlyList<PlanTask> Tasks { get; init; } = [];

    /// <summary>Rows of tables of tasks, in annexes or elsewhere.</summary>
    public IReadOnlyList<TaskRow> TaskRows { get; init; } = [];

    /// <summary>Who does what under organisation (tổ chức thực hiện).</summary>
    public IReadOnlyList<OrganisationDuty> OrganisationDuties { get; init; } = [];

    /// <summary>Reporting duties (chế độ báo cáo), one for each deadline.</summary>
    public IReadOnlyList<ReportingDuty> ReportingDuties { get; init; } = [];

    /// <summary>Recipients (nơi nhận) as printed, without the leading dash and closing sign.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Sources of funds (kinh phí) as printed.</summary>
    public IReadOnlyList<string> Budget { get; init; } = [];

    /// <summary>Pieces of the targets, tasks, organisation and reporting sections that produced nothing.</summary>
    public IReadOnlyList<TextSpan> Unread { get; init; } = [];

    /// <summary>Why a person should look at the document as a whole; codes of <see cref="Flag"/>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}
