using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Amendments.Rules;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Amendments;

/// <summary>What an amendment does when its day has come, and the document it comes from.</summary>
internal static class Effects
{
    private const string InsertEffect = "insert into plan_amendment_effects (amendment_id, plan_version, announced_at) values (@Id, @Version, @At)";

    private const string SelectAmending = "select state, number, issuer, title, issued_year, issued_month, issued_day from plans where id = @id for share";

    /// <summary>Notes that the amendment is in effect, and announces the plan as it is from now on.</summary>
    public static async Task TakeEffect(this Work work, Amendment amendment, Plan plan)
    {
        await work.Connection.ExecuteAsync(work.Sql(InsertEffect, new { amendment.Id, plan.Version, work.At }));
        var content = await work.Connection.ContentOf(plan.Id, work.Cancellation);
        var parties = await work.Connection.PartiesOn(plan.Id, content, new Moment(work.At.InVietnam(), work.At), work.Cancellation);
        work.Announce(AmendmentAnnouncement.Of(amendment, plan, content, parties, plan.PublishedAt!.Value.InVietnam()), PlanService.PlanName.Of(plan.Id), plan.Version);
    }

    /// <summary>The document as the request names it; what is known of one of the register is the register's.</summary>
    public static async Task<AmendingDocument> AmendingDocument(this Work work, V1.AmendingDocument? said)
    {
        if (said is null || said.Plan.Length == 0)
            return new(null, Printed.OrNull(said?.Number), said?.IssuedOn.ToDay("document.issued_on"), Printed.OrNull(said?.Issuer), Printed.OrNull(said?.Title));
        var id = PlanService.PlanName.Parse(said.Plan, "document.plan");
        await work.Connection.MustSee(work.Caller, [id], work.At.InVietnam(), work.Cancellation);
        var row = await work.Connection.QuerySingleOrDefaultAsync<PlanRow>(work.Sql(SelectAmending, new { id }));
        Check.Rule(new PlansAreInTheRegister(id, row is not null));
        Check.Rule(new OnlyConfirmedPlansAmend(row!.State));
        var header = row.ToHeader();
        return new(id, header.Number, header.IssuedOn?.AsDay, header.Issuer, header.Title);
    }
}
