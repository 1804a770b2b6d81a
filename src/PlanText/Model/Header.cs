namespace SocialPolicy.PlanText;

/// <summary>A date of which only a part is stated ("ngày tháng 10 năm 2024").</summary>
public sealed record PartialDate(int? Year, int? Month);

/// <summary>Whether a document is in force as far as its text tells.</summary>
public enum DocumentStatus
{
    /// <summary>Marked as a draft (dự thảo), or its number is still blank and nobody has signed.</summary>
    Draft,

    /// <summary>Numbered or signed.</summary>
    Issued,
}

/// <summary>The issuing body: its full name as far as the text gives it.</summary>
public sealed record Issuer(string Name, GovernmentLevel Level, GovernmentSystem System);

/// <summary>Level of government of an issuer.</summary>
public enum GovernmentLevel
{
    /// <summary>Central bodies.</summary>
    Central,

    /// <summary>Tỉnh, thành phố trực thuộc Trung ương.</summary>
    Province,

    /// <summary>Huyện, quận, thị xã, thành phố thuộc tỉnh.</summary>
    District,

    /// <summary>Xã, phường, thị trấn, đặc khu.</summary>
    Commune,
}

/// <summary>Whose document it is.</summary>
public enum GovernmentSystem
{
    /// <summary>State administration (chính quyền).</summary>
    State,

    /// <summary>The Party (Đảng).</summary>
    Party,
}

/// <summary>The signer's name and office, as "Phó Chủ tịch".</summary>
public sealed record Signer(string Name, string? Title);

/// <summary>First year, last year and vision year, each null when unstated.</summary>
public sealed record PlanPeriod(int? From, int? To, int? Vision);
