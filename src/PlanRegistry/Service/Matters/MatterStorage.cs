using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Matters;
using SocialPolicy.PlanRegistry.Service.Owners;

namespace SocialPolicy.PlanRegistry.Service.Matters;

/// <summary>What is said with a step of a matter.</summary>
/// <param name="Text">In words.</param>
/// <param name="Agency">The agency it is about.</param>
/// <param name="Due">The last day to answer, of an assignment.</param>
/// <param name="DocumentNumber">Number of the letter; null without one.</param>
internal sealed record MatterStep(string Text, Guid? Agency = null, DateOnly? Due = null, string? DocumentNumber = null);

/// <summary>What commands load and save.</summary>
internal static class MatterStorage
{
    private const string InsertMatter = """
        insert into matters (id, version, plan_id, item_kind, item_id, kind, state, text, raised_by, raised_on, created_at, updated_at)
        values (@Id, @Version, @PlanId, @ItemKind, @ItemId, @Kind, @State, @Text, @RaisedBy, @RaisedOn, @At, @At)
        """;

    private const string UpdateMatter = """
        update matters set version = @Version, state = @State, assigned_to = @AssignedTo, due = @Due, answer = @Answer, conclusion = @Conclusion,
            amendment_id = @AmendmentId, outcome = @Outcome, updated_at = @At
        where id = @Id
        """;

    private const string InsertStep = """
        insert into matter_steps (matter_id, version, state, text, agency_id, due, document_number, actor, at)
        values (@Id, @Version, @State, @Text, @Agency, @Due, @DocumentNumber, @Subject, @At)
        """;

    private const string SelectSteps = "select * from matter_steps where matter_id = @id order by version";

    /// <summary>The columns of a matter, with the title of its plan.</summary>
    public const string Columns = "m.*, (select title from plans p where p.id = m.plan_id) as plan_title";

    /// <summary>The matter, held against other commands. Throws MATTER_NOT_FOUND and ETAG_MISMATCH.</summary>
    public static async Task<Matter> RequireMatter(this Work work, string name, string etag)
    {
        var id = MatterService.MatterName.Parse(name);
        var row = await work.Hold<MatterRow>("select * from matters where id = @id for update", new { id });
        Check.Rule(new MattersAreThere(id, row is not null));
        Etag.MustMatch(etag, row!.Version);
        return row.ToMatter();
    }

    public static Task Insert(this Work work, Matter matter, MatterStep step) => work.Keep(InsertMatter, matter, step);

    public static Task Save(this Work work, Matter matter, MatterStep step) => work.Keep(UpdateMatter, matter, step);

    /// <summary>A matter with its steps. Throws MATTER_NOT_FOUND.</summary>
    public static async Task<V1.Matter> Show(this NpgsqlConnection connection, Guid id, DateOnly on, CancellationToken ct)
    {
        var row = await connection.QuerySingleOrDefaultAsync<MatterRow>(new($"select {Columns} from matters m where id = @id", new { id }, cancellationToken: ct));
        Check.Rule(new MattersAreThere(id, row is not null));
        var steps = (await connection.QueryAsync<MatterStepRow>(new(SelectSteps, new { id }, cancellationToken: ct))).AsList();
        var agencies = await connection.Agencies(steps.Select(step => step.AgencyId).Concat([row!.RaisedBy, row.AssignedTo]).OfType<Guid>(), ct);
        return row.ToContract(steps, agencies, on);
    }

    /// <summary>What a command answers with.</summary>
    public static Task<V1.Matter> Show(this Work work, Matter matter) => work.Connection.Show(matter.Id, work.At.InVietnam(), work.Cancellation);

    private static async Task Keep(this Work work, string statement, Matter matter, MatterStep step)
    {
        await work.Connection.ExecuteAsync(work.Sql(statement, new
        {
            matter.Id,
            matter.Version,
            matter.Subject.PlanId,
            ItemKind = Words.OfAny(matter.Subject.ItemKind),
            matter.Subject.ItemId,
            Kind = Words.Of(matter.Kind),
            State = Words.Of(matter.State),
            matter.Text,
            matter.RaisedBy,
            matter.RaisedOn,
            matter.AssignedTo,
            matter.Due,
            matter.Answer,
            matter.Conclusion,
            matter.AmendmentId,
            Outcome = Words.OfAny(matter.Outcome),
            work.At,
        }));
        await work.Connection.ExecuteAsync(work.Sql(
            InsertStep,
            new { matter.Id, matter.Version, State = Words.Of(matter.State), step.Text, step.Agency, step.Due, step.DocumentNumber, work.Caller.Subject, work.At }));
    }
}
