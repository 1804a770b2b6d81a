using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using Date = Google.Type.Date;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

public sealed class ConfirmingAReading(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Makes_a_read_plan_a_confirmed_one()
    {
        var read = await registry.Import(SamplePlan.Text());

        var confirmed = await registry.Registrar.ConfirmReadingAsync(new() { Name = read.Name, Etag = read.Etag });

        confirmed.State.ShouldBe(V1.Plan.Types.State.Confirmed);
        confirmed.Etag.ShouldNotBe(read.Etag);
        confirmed.Corrections.ShouldBeEmpty();
        confirmed.Targets.ShouldBe(read.Targets);
        (await registry.Registrar.GetPlanAsync(new() { Name = read.Name })).ShouldBe(confirmed);
    }

    [Fact]
    public async Task Keeps_each_correction_with_who_made_it_and_when()
    {
        var read = await registry.Import(SamplePlan.Text());
        var corrected = new V1.Plan
        {
            Number = " 94400/KH-UBND ",
            IssuedOn = new Date { Year = 2024, Month = 10 },
            IssuerSystem = V1.Plan.Types.System.Party,
            PeriodTo = 2029,
            Title = "not in the mask",
        };

        var confirmed = await As("hoa").ConfirmReadingAsync(Confirmation(read, corrected, "number", "issued_on", "issuer_system", "period_to"));

        (confirmed.Number, confirmed.IssuerSystem, confirmed.PeriodTo, confirmed.Title)
            .ShouldBe(("94400/KH-UBND", V1.Plan.Types.System.Party, 2029, read.Title));
        confirmed.IssuedOn.ShouldBe(new Date { Year = 2024, Month = 10 });
        confirmed.Corrections.Select(correction => (correction.Field, correction.Before, correction.After)).ShouldBe(
        [
            ("issued_on", "2024-02-06", "2024-10"), ("issuer_system", "state", "party"), ("number", read.Number, "94400/KH-UBND"),
            ("period_to", "2030", "2029"),
        ]);
        confirmed.Corrections.ShouldAllBe(correction =>
            correction.Actor == "hoa" && correction.Time == registry.Clock.GetUtcNow().ToTimestamp());
    }

    [Fact]
    public async Task May_say_that_the_document_does_not_state_a_field()
    {
        var read = await registry.Import(SamplePlan.Text());

        var confirmed = await registry.Registrar.ConfirmReadingAsync(Confirmation(read, new(), "issued_on", "issuer_level", "signer"));

        (confirmed.IssuedOn, confirmed.IssuerLevel, confirmed.Signer).ShouldBe((null, V1.Plan.Types.Level.Unspecified, ""));
    }

    [Fact]
    public async Task May_be_repeated_with_further_corrections()
    {
        var confirmed = await registry.ImportConfirmed();

        var again = await registry.Registrar.ConfirmReadingAsync(Confirmation(confirmed, new() { SignerTitle = "Chủ tịch" }, "signer_title"));
        again = await registry.Registrar.ConfirmReadingAsync(Confirmation(again, new() { SignerTitle = "Quyền Chủ tịch" }, "signer_title"));

        again.SignerTitle.ShouldBe("Quyền Chủ tịch");
        again.Corrections.Select(correction => correction.After).ShouldBe(["Chủ tịch", "Quyền Chủ tịch"]);
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_validates()
    {
        var read = await registry.Import(SamplePlan.Text());
        var confirmation = Confirmation(read, new() { Number = "45/KH-UBND" }, "number");
        confirmation.ValidateOnly = true;

        (await registry.Registrar.ConfirmReadingAsync(confirmation)).Number.ShouldBe("45/KH-UBND");

        (await registry.Registrar.GetPlanAsync(new() { Name = read.Name })).ShouldBe(read);
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var read = await registry.Import(SamplePlan.Text());
        var confirmation = Confirmation(read, new() { Number = "46/KH-UBND" }, "number");
        confirmation.RequestId = $"{Guid.CreateVersion7()}";

        var first = await registry.Registrar.ConfirmReadingAsync(confirmation);
        await registry.Registrar.PublishPlanAsync(new() { Name = read.Name });

        (await registry.Registrar.ConfirmReadingAsync(confirmation)).ShouldBe(first);
    }

    [Fact]
    public async Task Is_refused_when_the_request_id_was_used_for_another_correction()
    {
        var read = await registry.Import(SamplePlan.Text());
        var confirmation = new V1.ConfirmReadingRequest { Name = read.Name, RequestId = $"{Guid.CreateVersion7()}" };
        await registry.Registrar.ConfirmReadingAsync(confirmation);
        confirmation.Plan = new() { Number = "47/KH-UBND" };

        await ShouldBeRefused(confirmation, StatusCode.InvalidArgument, "REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task Is_refused_when_the_plan_has_moved_on()
    {
        var read = await registry.Import(SamplePlan.Text());
        await registry.Registrar.ConfirmReadingAsync(new() { Name = read.Name });

        await ShouldBeRefused(new() { Name = read.Name, Etag = read.Etag }, StatusCode.Aborted, "ETAG_MISMATCH");
    }

    [Fact]
    public async Task Is_refused_once_the_plan_is_published()
    {
        var published = await registry.ImportPublished();

        await ShouldBeRefused(new() { Name = published.Name }, StatusCode.FailedPrecondition, "PLAN_ALREADY_PUBLISHED");
    }

    [Fact]
    public Task Is_refused_for_a_plan_the_register_does_not_have() =>
        ShouldBeRefused(new() { Name = $"plans/{Guid.CreateVersion7()}" }, StatusCode.NotFound, "PLAN_NOT_FOUND");

    [Fact]
    public Task Is_refused_for_a_field_that_is_not_of_the_header() => ShouldBeRefused(new(), "state", "FIELD_NOT_CORRECTABLE", "update_mask");

    [Fact]
    public Task Is_refused_for_a_reversed_period() =>
        ShouldBeRefused(new() { PeriodFrom = 2031 }, "period_from", "PERIOD_REVERSED", "plan.period_to");

    [Fact]
    public Task Is_refused_for_a_day_that_does_not_exist() => ShouldBeRefused(
        new() { IssuedOn = new Date { Year = 2023, Month = 2, Day = 29 } }, "issued_on", "DATE_INVALID", "plan.issued_on");

    [Fact]
    public Task Is_refused_for_a_text_longer_than_its_field() =>
        ShouldBeRefused(new() { Number = new string('4', 101) }, "number", "FIELD_TOO_LONG", "plan.number");

    [Fact]
    public Task Is_refused_for_a_value_of_a_later_contract() => ShouldBeRefused(
        new() { IssuerLevel = (V1.Plan.Types.Level)99 }, "issuer_level", "VALUE_UNKNOWN", "plan.issuer_level");

    [Fact]
    public async Task Is_refused_to_those_who_may_only_look() =>
        (await Refused.By(registry.As("viewer", Role.Viewer).ConfirmReadingAsync(new()))).Reason.ShouldBe("CALLER_NOT_ALLOWED");

    private static V1.ConfirmReadingRequest Confirmation(V1.Plan read, V1.Plan corrected, params string[] paths) =>
        new() { Name = read.Name, Etag = read.Etag, Plan = corrected, UpdateMask = new FieldMask { Paths = { paths } } };

    private V1.PlanService.PlanServiceClient As(string subject) => registry.As(subject, Role.Registrar);

    private async Task ShouldBeRefused(V1.ConfirmReadingRequest confirmation, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Registrar.ConfirmReadingAsync(confirmation));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }

    private async Task ShouldBeRefused(V1.Plan corrected, string path, string reason, string field)
    {
        var read = await registry.Import(SamplePlan.Text());

        var refused = await Refused.By(registry.Registrar.ConfirmReadingAsync(Confirmation(read, corrected, path)));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, reason));
        refused.Fields.ShouldBe([field]);
        (await registry.Registrar.GetPlanAsync(new() { Name = read.Name })).ShouldBe(read);
    }
}
