namespace SocialPolicy.Calendar;

/// <summary>A row of the table of holidays: a day on which offices do otherwise than its weekday says. The table is edited by people.</summary>
/// <param name="Date">The day.</param>
/// <param name="NameVi">What it is called, as officers see it.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="Kind">Whether offices are closed or open, and why.</param>
public sealed record SpecialDay(DateOnly Date, string NameVi, string NameEn, SpecialDayKind Kind);

/// <summary>Why a day is special.</summary>
public enum SpecialDayKind
{
    /// <summary>Ngày nghỉ lễ, Tết: closed.</summary>
    Holiday,

    /// <summary>Ngày nghỉ bù, or nghỉ hoán đổi: closed in place of a weekly rest day.</summary>
    Compensatory,

    /// <summary>Ngày làm bù: a Saturday or Sunday that is worked in exchange for another day.</summary>
    SwappedWorkingDay,
}
