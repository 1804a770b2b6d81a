using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Contracts.Events.Reporting.V1;

namespace SocialPolicy.Notifications.FunctionalTests.Notices;

/// <summary>A report that one agency owes another, as Reporting and PlanRegistry announce it.</summary>
public sealed record ADebt
{
    public Guid Obligation { get; } = Guid.CreateVersion7();
    public Guid Round { get; } = Guid.CreateVersion7();
    public Guid Plan { get; } = Guid.CreateVersion7();
    public Guid Agency { get; } = Guid.CreateVersion7();
    public Guid Receiver { get; } = Guid.CreateVersion7();
    public Guid Report { get; } = Guid.CreateVersion7();
    public DateOnly Due { get; init; }
    public bool HasMail { get; init; } = true;
    public string AgencyName { get; init; } = "UBND phường Tô Hiệu";

    public string AgencyCode => $"test:{Agency:N}";
    public string Email => $"{Agency:N}@example.vn";

    public AgenciesChanged Agencies => new([
        new(Agency, [AgencyCode], AgencyName, "peoples_committee", Guid.CreateVersion7(), null, false, null, null, [], HasMail ? Email : null),
        new(Receiver, [$"test:{Receiver:N}"], "Sở Nội vụ", "department", Guid.CreateVersion7(), null, false, null, null, [], null),
    ]);

    /// <summary>One of the two ended.</summary>
    public AgenciesChanged Ended(Guid agency, DateOnly lastDay, Guid[] heirs) => new(
        [.. Agencies.Agencies.Where(one => one.AgencyId == agency).Select(one => one with { ValidTo = lastDay, SucceededBy = heirs })]);

    public ObligationsIssued Issued => new(
        Round, Guid.CreateVersion7(), Plan, "43/KH-UBND", "Thực hiện chính sách xã hội", "kết quả giảm nghèo", "2026-Q4", Due,
        "Hạn ghi trong kế hoạch.", "12/CV-SNV", Receiver, [new(Obligation, 1, Agency, Requested: false, OwnContribution: false)]);

    public ReportSubmitted Submitted(long version) => new(Report, Obligation, version, Plan, Agency, Receiver, 1);

    public ReportReturned Returned(long version) => new(Report, Obligation, version, Plan, Agency, Receiver, 1, "Thiếu số liệu hộ nghèo.");

    public ObligationRescheduled Moved(long version, DateOnly due) =>
        new(Obligation, version, Round, Plan, Agency, Receiver, OwnContribution: false, Due, due, "Hạn theo quyết định điều chỉnh.");

    /// <summary>Another agency receives, which knows where it stands.</summary>
    public ObligationRescheduled HandedTo(Guid receiver, long version, string state) =>
        new(Obligation, version, Round, Plan, Agency, receiver, OwnContribution: false, Due, Due, "Hạn ghi trong kế hoạch.", state);

    public ObligationExempted Exempted(long version, string reason = "DUTY_DROPPED") => new(Obligation, version, Round, Plan, Agency, reason);

    public ObligationSettled Settled(long version) => new(Obligation, version, Round, Plan, Agency, Report, OnTime: true);
}
