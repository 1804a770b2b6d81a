using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Service.Storage;

namespace SocialPolicy.Reporting.Service.Duties;

/// <summary>Keeps an adoption, the plan and the duties it put in force.</summary>
internal static class AdoptionStorage
{
    private const string Adopt = """
        insert into adoptions (event_id, plan_id, plan_version, adopted_at, duty_count)
        values (@EventId, @PlanId, @PlanVersion, @At, @Count);

        -- From when on a plan counts is settled once; an amendment does not move it.
        insert into plans (id, number, title, issuer_agency_id, first_year, last_year, track_from)
        values (@PlanId, @Number, @Title, @IssuerAgencyId, @First, @Last, @TrackFrom)
        on conflict (id) do update set number = excluded.number, title = excluded.title, issuer_agency_id = excluded.issuer_agency_id,
            first_year = excluded.first_year, last_year = excluded.last_year;

        -- Everything in force gives way first, so that places in the text are free for the new order.
        update duties set ended_at = @At where plan_id = @PlanId and ended_at is null;

        insert into duties (id, plan_id, position, reporters, addressees, via, frequency, deadline_day, deadline_month,
            deadline_inclusive, once_on, off_days, content, adopted_at)
        select id, @PlanId, position, reporters, addressees, via, frequency, deadline_day, deadline_month,
            deadline_inclusive, once_on, off_days, content, @At
        from jsonb_to_recordset(@Duties::jsonb) as t (id uuid, position int, reporters jsonb, addressees jsonb, via jsonb, frequency text,
            deadline_day int, deadline_month int, deadline_inclusive bool, once_on date, off_days text, content text)
        on conflict (id) do update set position = excluded.position, reporters = excluded.reporters, addressees = excluded.addressees,
            via = excluded.via, frequency = excluded.frequency, deadline_day = excluded.deadline_day,
            deadline_month = excluded.deadline_month, deadline_inclusive = excluded.deadline_inclusive, once_on = excluded.once_on,
            off_days = excluded.off_days, content = excluded.content, adopted_at = excluded.adopted_at, ended_at = null,
            directory_seen = -1;
        """;

    // Announcements of a publication and of its amendments come in queues of their own: what a later version says stands.
    private const string IsNews = """
        select pg_advisory_xact_lock(hashtextextended('adoption:' || @PlanId, 0));
        select not exists (select from adoptions where plan_id = @PlanId and plan_version > @PlanVersion)
        """;

    /// <summary>False when a later version of the plan has been adopted; nothing is kept then.</summary>
    public static async Task<bool> Keep(this Work work, Adoption adoption)
    {
        await using (var news = await work.Connection.QueryMultipleAsync(work.Sql(IsNews, new { PlanId = adoption.Plan.Id, adoption.PlanVersion })))
        {
            await news.ReadAsync();
            if (!await news.ReadSingleAsync<bool>())
                return false;
        }

        await work.Adopts(adoption);
        return true;
    }

    /// <summary>What a duty says, in one text: two that say the same are equal in it.</summary>
    public static string Said(Duty duty) => RowJson.Write(Columns(duty with { Position = 0 }));

    private static Task Adopts(this Work work, Adoption adoption) => work.Connection.ExecuteAsync(work.Sql(Adopt, new
    {
        adoption.EventId,
        PlanId = adoption.Plan.Id,
        adoption.PlanVersion,
        work.At,
        adoption.Duties.Count,
        adoption.Plan.Number,
        adoption.Plan.Title,
        adoption.Plan.IssuerAgencyId,
        adoption.Plan.Years.First,
        adoption.Plan.Years.Last,
        adoption.Plan.TrackFrom,
        Duties = RowJson.Write(adoption.Duties.Select(Columns)),
    }));

    private static object Columns(Duty duty) => new
    {
        duty.Id,
        duty.Position,
        duty.Reporters,
        duty.Addressees,
        duty.Via,
        Frequency = Words.Of(duty.Schedule.Frequency),
        DeadlineDay = duty.Schedule.Day,
        DeadlineMonth = duty.Schedule.Month,
        DeadlineInclusive = duty.Schedule.Inclusive,
        duty.Schedule.OnceOn,
        OffDays = Words.Of(duty.Schedule.OffDays),
        duty.Content,
    };
}
