using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.Service.Plans;
using File = SocialPolicy.PlanRegistry.V1.ImportPlanRequest.Types.File;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

public sealed class ImportingAPlan(Registry registry) : IClassFixture<Registry>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Answers_with_what_was_read_in_state_READ()
    {
        var text = SamplePlan.Text("4301");

        var plan = await registry.Import(text, new File { FileName = @"C:\van ban\KH 4301.txt" });

        plan.State.ShouldBe(V1.Plan.Types.State.Read);
        plan.Number.ShouldBe("4301/KH-UBND");
        plan.IssuerLevel.ShouldBe(V1.Plan.Types.Level.Province);
        (plan.IssuedOn.Year, plan.IssuedOn.Month, plan.IssuedOn.Day).ShouldBe((2024, 2, 6));
        plan.Source.ShouldBe(new V1.Source { FileName = "KH 4301.txt", Sha256 = HashOf(text), SizeBytes = Encoding.UTF8.GetByteCount(text) });
        plan.Targets.Select(target => (target.Threshold.Comparator, target.Threshold.Value)).ShouldBe(
        [
            (Types.V1.Comparator.LessThan, "4"), (Types.V1.Comparator.Equal, "35"), (Types.V1.Comparator.MoreThan, "95"),
        ]);
        plan.Targets.ShouldAllBe(target => text.Substring(target.Span.Start, target.Span.End - target.Span.Start).Length > 0);
        plan.Tasks.Count.ShouldBe(2);
        plan.ReportingDuties.ShouldHaveSingleItem().Via.ShouldBe("Sở Lao động - Thương binh và Xã hội");
        plan.LegalBases.ShouldContain(basis => basis.Number == "42-NQ/TW");
        plan.CreateTime.ToDateTimeOffset().ShouldBe(registry.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Counts_what_was_read()
    {
        var summary = (await registry.Import(SamplePlan.Text())).Summary;

        (summary.TargetCount, summary.VisionTargetCount, summary.TaskCount).ShouldBe((3, 0, 2));
        (summary.ReportingDutyCount, summary.DatedDutyCount).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Is_seen_by_everyone_as_it_was_answered()
    {
        var imported = await registry.Import(SamplePlan.Text());

        (await registry.As("viewer", Role.Viewer).GetPlanAsync(new() { Name = imported.Name })).ShouldBe(imported);
    }

    [Fact]
    public async Task Keeps_the_bytes()
    {
        var text = SamplePlan.Text();

        var plan = await registry.Import(text);

        (await registry.FileOf(plan)).ShouldBe(Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public async Task Takes_a_byte_order_mark() =>
        (await registry.Import(ByteString.CopyFrom([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SamplePlan.Text("4302"))])))
            .Number.ShouldBe("4302/KH-UBND");

    [Fact]
    public async Task Gives_back_the_plan_that_the_same_bytes_made_whatever_its_state_is_now()
    {
        var text = SamplePlan.Text();
        var first = await registry.Import(text);
        var confirmed = await registry.Registrar.ConfirmReadingAsync(new() { Name = first.Name });

        (await registry.Import(text, new File { FileName = "other name.txt" })).ShouldBe(confirmed);
    }

    [Fact]
    public async Task Makes_one_plan_of_the_same_bytes_sent_at_the_same_time()
    {
        var text = SamplePlan.Text();

        var plans = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => registry.Import(text)));

        plans.Select(plan => plan.Name).Distinct().ShouldHaveSingleItem();
        (await registry.Ask<long>("select count(*) from plan_targets where plan_id in (select id from plans where sha256 = @sha256)",
            new { sha256 = HashOf(text) })).ShouldBe(3);
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_validates()
    {
        var text = SamplePlan.Text("4303");

        var rehearsed = await registry.Import(text, new File { ValidateOnly = true });

        rehearsed.Number.ShouldBe("4303/KH-UBND");
        rehearsed.Targets.Count.ShouldBe(3);
        (await registry.Ask<long>("select count(*) from plans where sha256 = @sha256", new { sha256 = HashOf(text) })).ShouldBe(0);
        await Should.ThrowAsync<Exception>(() => registry.FileOf(rehearsed));
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var text = SamplePlan.Text();
        var file = new File { FileName = "plan.txt", RequestId = $"{Guid.CreateVersion7()}" };
        var first = await registry.Import(text, file);
        await registry.Registrar.ConfirmReadingAsync(new() { Name = first.Name });

        (await registry.Import(text, file)).ShouldBe(first);
    }

    [Fact]
    public async Task Is_refused_when_the_request_id_was_used_for_another_file()
    {
        var file = new File { RequestId = $"{Guid.CreateVersion7()}" };
        await registry.Import(SamplePlan.Text(), file);

        await ShouldBeRefused(() => registry.Import(SamplePlan.Text(), file), "REQUEST_ID_REUSED", "request_id");
    }

    [Fact]
    public Task Is_refused_for_an_empty_file() => ShouldBeRefused(() => registry.Import(""), "DOCUMENT_EMPTY");

    [Fact]
    public Task Is_refused_for_a_file_over_20_MiB() => ShouldBeRefused(() => Send(
        [new() { File = new() }, .. Enumerable.Repeat(new V1.ImportPlanRequest { Chunk = ByteString.CopyFrom(new byte[1 << 20]) }, 21)]),
        "DOCUMENT_TOO_LARGE");

    [Fact]
    public Task Is_refused_for_a_text_of_over_two_million_characters() =>
        ShouldBeRefused(() => Send(Chunks(SamplePlan.Text() + new string('ă', 2_000_000))), "DOCUMENT_TEXT_TOO_LONG");

    [Fact]
    public async Task Reads_a_word_document_and_keeps_its_bytes()
    {
        var word = WordDocument.Of(SamplePlan.Text("4304"));

        var plan = await registry.Import(ByteString.CopyFrom(word), new File { FileName = "KH 4304.docx" });

        (plan.Number, plan.Source.FileName, plan.Targets.Count, plan.Tasks.Count).ShouldBe(("4304/KH-UBND", "KH 4304.docx", 3, 2));
        plan.ReportingDuties.ShouldHaveSingleItem();
        (await registry.FileOf(plan)).ShouldBe(word);
    }

    [Theory]
    [InlineData("DOCUMENT_DAMAGED", "PK\u0003\u0004\0\0")]
    [InlineData("DOCUMENT_FORMAT_UNKNOWN", "Pl\0n")]
    [InlineData("DOCUMENT_WITHOUT_TEXT", "<html><body><img></body></html>")]
    public async Task Is_refused_for_what_cannot_be_read_and_keeps_nothing_of_it(string reason, string content)
    {
        await ShouldBeRefused(() => registry.Import(content), reason);

        (await registry.Ask<long>("select count(*) from plans where sha256 = @sha256", new { sha256 = HashOf(content) })).ShouldBe(0);
    }

    [Fact]
    public Task Is_refused_for_a_word_document_behind_a_password() =>
        ShouldBeRefused(() => registry.Import(ByteString.CopyFrom(WordDocument.Protected())), "DOCUMENT_PROTECTED");

    [Fact]
    public Task Is_refused_for_a_word_document_that_unpacks_to_far_more_than_it_is() => ShouldBeRefused(
        () => registry.Import(ByteString.CopyFrom(WordDocument.Of(SamplePlan.Text(), ("bomb.bin", new byte[30 << 20])))), "DOCUMENT_UNPACKS_TOO_LARGE");

    [Fact]
    public Task Is_refused_for_an_encoding_of_the_past() =>
        ShouldBeRefused(() => registry.Import(ByteString.CopyFrom(0x4B, 0xD5, 0x20, 0x68, 0x6F, 0xB9, 0x63, 0x68)), "DOCUMENT_ENCODING_UNKNOWN");

    [Fact]
    public Task Is_refused_for_a_text_that_is_no_plan() => ShouldBeRefused(
        () => registry.Import("QUYẾT ĐỊNH\nVề việc khen thưởng\n\nĐiều 1. Tặng bằng khen cho ông Nguyễn Văn A.\n"), "DOCUMENT_NOT_A_PLAN");

    [Fact]
    public Task Is_refused_when_the_bytes_are_not_those_announced() => ShouldBeRefused(
        () => registry.Import(SamplePlan.Text(), new File { Sha256 = HashOf("another") }), "DOCUMENT_HASH_MISMATCH", "file.sha256");

    [Fact]
    public Task Is_refused_for_an_endless_file_name() => ShouldBeRefused(
        () => registry.Import(SamplePlan.Text(), new File { FileName = new string('a', 256) }), "FIELD_TOO_LONG", "file.file_name");

    [Fact]
    public Task Is_refused_without_a_description_of_the_file() =>
        ShouldBeRefused(() => Send(new V1.ImportPlanRequest { Chunk = ByteString.CopyFromUtf8("KẾ HOẠCH") }), "DOCUMENT_STREAM_MALFORMED", "content");

    [Fact]
    public Task Is_refused_for_a_second_description() =>
        ShouldBeRefused(() => Send(new() { File = new() }, new() { File = new() }), "DOCUMENT_STREAM_MALFORMED", "content");

    [Fact]
    public Task Is_refused_for_a_chunk_over_1_MiB() => ShouldBeRefused(
        () => Send(new() { File = new() }, new() { Chunk = ByteString.CopyFrom(new byte[(1 << 20) + 1]) }), "DOCUMENT_STREAM_MALFORMED", "content");

    [Fact]
    public Task Is_refused_for_a_stream_without_messages() => ShouldBeRefused(() => Send(), "DOCUMENT_STREAM_MALFORMED", "content");

    [Fact]
    public async Task Is_refused_to_those_who_may_only_look()
    {
        using var call = registry.As("viewer", Role.Viewer, Role.Auditor).ImportPlan();

        (await Refused.By(() => call.ResponseAsync)).ShouldSatisfyAllConditions(
            refused => refused.Code.ShouldBe(StatusCode.PermissionDenied),
            refused => refused.Reason.ShouldBe("CALLER_NOT_ALLOWED"));
    }

    [Fact]
    public async Task Waits_for_the_readings_before_it_no_longer_than_its_caller_does()
    {
        using var done = new ManualResetEventSlim();
        using var seated = new CountdownEvent(Environment.ProcessorCount);
        var readings = registry.Services.GetRequiredService<Readings>();
        var busy = Task.WhenAll([.. Enumerable.Range(0, Environment.ProcessorCount)
            .Select(_ => Task.Run(() => readings.One(() => Task.FromResult(seated.Signal() | done.Wait(Patience)), CancellationToken.None)))]);
        try
        {
            seated.Wait(Patience).ShouldBeTrue();
            var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(2);

            var refused = await Should.ThrowAsync<RpcException>(() => SendUntil(deadline, Chunks(SamplePlan.Text())));

            refused.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        }
        finally
        {
            done.Set();
            await busy;
        }
    }

    [Fact]
    public async Task Keeps_of_a_title_without_end_what_a_person_could_have_entered_and_says_so()
    {
        var title = string.Concat(Enumerable.Repeat("Thực hiện chính sách xã hội ", 1000));

        var plan = await Send(Chunks(SamplePlan.Text().Replace("Thực hiện chính sách xã hội", title)));

        plan.Title.Length.ShouldBeInRange(3990, 4000);
        plan.Flags.ShouldContain(flag => flag.Code == "HEADER_SHORTENED" && flag.Quote.StartsWith("Thực hiện"));
        (await registry.Registrar.ConfirmReadingAsync(new() { Name = plan.Name })).Title.ShouldBe(plan.Title);
    }

    [Fact]
    public async Task Leaves_an_audit_row_whether_it_was_refused_or_not()
    {
        var plan = await registry.Import(SamplePlan.Text());
        await Refused.By(() => registry.Import("", new File { RequestId = "0199aaaa-0000-7000-8000-000000000001" }));

        (await registry.Ask<string>("select outcome from ground.audit_log where resource = @name", new { name = plan.Name })).ShouldBe("DONE");
        (await registry.Ask<string>("select outcome from ground.audit_log where request_id = '0199aaaa-0000-7000-8000-000000000001'"))
            .ShouldBe("DOCUMENT_EMPTY");
    }

    private static async Task ShouldBeRefused(Func<Task<V1.Plan>> import, string reason, string field = "chunk")
    {
        var refused = await Refused.By(import);

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, reason));
        refused.Fields.ShouldBe([field]);
    }

    private Task<V1.Plan> Send(params V1.ImportPlanRequest[] messages) => SendUntil(null, messages);

    private async Task<V1.Plan> SendUntil(DateTime? deadline, params V1.ImportPlanRequest[] messages)
    {
        using var call = registry.Registrar.ImportPlan(deadline: deadline);
        try
        {
            foreach (var message in messages)
                await call.RequestStream.WriteAsync(message);
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The service may answer before the last message; what it says stands in the response.
        }

        return await call;
    }

    private static V1.ImportPlanRequest[] Chunks(string text) =>
    [
        new() { File = new() { FileName = "plan.txt" } },
        .. Encoding.UTF8.GetBytes(text).Chunk(1 << 20).Select(chunk => new V1.ImportPlanRequest { Chunk = ByteString.CopyFrom(chunk) }),
    ];

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
