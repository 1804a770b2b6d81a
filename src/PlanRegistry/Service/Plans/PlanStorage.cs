using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>What commands load and save.</summary>
internal static class PlanStorage
{
    private const string InsertPlan = """
        insert into plans (id, version, state, number, issued_year, issued_month, issued_day, issuer, issuer_level, issuer_system,
            province, title, signer, signer_title, period_from, period_to, vision_year, search_text,
            status, file_name, sha256, size_bytes, text_sha256, kept_by, created_at, updated_at)
        values (@Id, @Version, @State, @Number, @IssuedYear, @IssuedMonth, @IssuedDay, @Issuer, @IssuerLevel, @IssuerSystem,
            @Province, @Title, @Signer, @SignerTitle, @PeriodFrom, @PeriodTo, @VisionYear, @SearchText,
            @Status, @FileName, @Sha256, @Size, @TextSha256, @KeptBy, @At, @At)
        on conflict (sha256) do nothing
        """;

    private const string UpdatePlan = """
        update plans set version = @Version, state = @State, number = @Number,
            issued_year = @IssuedYear, issued_month = @IssuedMonth, issued_day = @IssuedDay,
            issuer = @Issuer, issuer_level = @IssuerLevel, issuer_system = @IssuerSystem, province = @Province,
            title = @Title, signer = @Signer, signer_title = @SignerTitle,
            period_from = @PeriodFrom, period_to = @PeriodTo, vision_year = @VisionYear,
            search_text = @SearchText, published_at = @PublishedAt, updated_at = @At
        where id = @Id
        """;

    /// <summary>The plan, held, for a caller who keeps it. Throws PLAN_NOT_FOUND and PLAN_NOT_YOURS.</summary>
    public static async Task<Plan> RequireKeptPlan(this Work work, Guid id)
    {
        var plan = await work.RequirePlan(id);
        await work.MustKeep(id);
        return plan;
    }

    /// <summary>The plan, held against other commands until this one ends. Throws PLAN_NOT_FOUND, also when the caller may not see it.</summary>
    public static async Task<Plan> RequirePlan(this Work work, Guid id)
    {
        await work.Connection.MustSee(work.Caller, [id], work.At.InVietnam(), work.Cancellation);
        var row = await work.Hold<PlanRow>("select * from plans where id = @id for update", new { id });
        Check.Rule(new PlansAreInTheRegister(id, row is not null));
        return row!.ToPlan();
    }

    /// <summary>The plan made of these bytes, if there is one.</summary>
    public static Task<Guid?> FindByContent(this Work work, string sha256) => work.Connection.QuerySingleOrDefaultAsync<Guid?>(
        work.Sql("select id from plans where sha256 = @sha256", new { sha256 }));

    /// <summary>False when the same bytes have become a plan meanwhile: waits for a command that is just doing so.</summary>
    public static async Task<bool> Insert(this Work work, Plan plan, ReceivedDocument document, DocumentStatus? status, string? textSha256, Guid? keptBy)
    {
        var columns = new DynamicParameters(PlanRow.Columns(plan, work.At));
        columns.AddDynamicParams(new { Status = Words.OfAny(status), document.FileName, document.Sha256, document.Size, textSha256, keptBy });
        return await work.Connection.ExecuteAsync(work.Sql(InsertPlan, columns)) == 1;
    }

    public static Task Save(this Work work, Plan plan) =>
        work.Connection.ExecuteAsync(work.Sql(UpdatePlan, PlanRow.Columns(plan, work.At)));
}
