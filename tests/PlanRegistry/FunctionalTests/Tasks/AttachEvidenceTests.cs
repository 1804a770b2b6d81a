using System.Text;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Sent = SocialPolicy.PlanRegistry.V1.AttachEvidenceRequest.Types.Evidence;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Tasks;

public sealed class AttachingEvidence(Registry registry) : IClassFixture<Registry>
{
    private static readonly byte[] Scan = Encoding.UTF8.GetBytes("%PDF-1.7 quyết định phê duyệt");

    [Fact]
    public async Task Keeps_a_file_that_comes_back_whole()
    {
        var task = await registry.OneOffTask();

        var work = await registry.Tasks.Attach(new() { Task = task, FileName = "C:\\scan\\quyet-dinh.pdf", DocumentNumber = "12/QĐ-UBND", Note = "Phê duyệt Đề án" }, Scan);

        var evidence = work.Evidence.ShouldHaveSingleItem();
        (evidence.FileName, evidence.SizeBytes, evidence.DocumentNumber).ShouldBe(("quyet-dinh.pdf", Scan.Length, "12/QĐ-UBND"));
        using var call = registry.Tasks.DownloadEvidence(new() { Name = evidence.Name });
        await call.ResponseStream.MoveNext(CancellationToken.None);
        call.ResponseStream.Current.File.Sha256.ShouldBe(evidence.Sha256);
        await call.ResponseStream.MoveNext(CancellationToken.None);
        call.ResponseStream.Current.Chunk.ToByteArray().ShouldBe(Scan);
    }

    [Fact]
    public async Task Takes_the_number_of_a_document_without_a_file()
    {
        var task = await registry.OngoingTask();

        var evidence = (await registry.Tasks.Attach(new() { Task = task, DocumentNumber = "15/BC-SYT", Period = "2026-H1" })).Evidence.ShouldHaveSingleItem();

        (evidence.DocumentNumber, evidence.Period, evidence.FileName).ShouldBe(("15/BC-SYT", "2026-H1", ""));
        (await Refused.By(async () =>
        {
            using var call = registry.Tasks.DownloadEvidence(new() { Name = evidence.Name });
            return await call.ResponseStream.MoveNext(CancellationToken.None);
        })).Reason.ShouldBe("EVIDENCE_NOT_FOUND");
    }

    [Fact]
    public async Task Changes_nothing_when_the_same_is_attached_again()
    {
        var task = await registry.OneOffTask();
        var first = await registry.Tasks.Attach(new() { Task = task, FileName = "a.pdf" }, Scan);

        var again = await registry.Tasks.Attach(new() { Task = task, FileName = "b.pdf" }, Scan);

        again.ShouldBe(first);
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var sent = new Sent { Task = await registry.OneOffTask(), FileName = "a.pdf", RequestId = $"{Guid.CreateVersion7()}" };

        var first = await registry.Tasks.Attach(sent, Scan);

        (await registry.Tasks.Attach(sent, Scan)).ShouldBe(first);
        (await Refused.By(() => registry.Tasks.Attach(sent, [1, 2, 3]))).Reason.ShouldBe("REQUEST_ID_REUSED");
    }

    [ClamAvFact]
    public async Task Keeps_nothing_in_which_the_scanner_of_the_installation_finds_a_virus()
    {
        await using var scanner = await ClamAv.Start();
        var task = await registry.OneOffTask();
        var (service, _) = await registry.Replica(new Dictionary<string, string> { ["Files:Scanner"] = scanner.Socket });
        await using var end = service;
        var tasks = new V1.TaskService.TaskServiceClient(registry.CallsOf(service));

        var refused = await Refused.By(() => tasks.Attach(new() { Task = task, FileName = "a.pdf" }, ClamAv.TestVirus));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, "FILE_INFECTED"));
        (await registry.Tasks.GetTaskWorkAsync(new() { Task = task })).Evidence.ShouldBeEmpty();
        (await tasks.Attach(new() { Task = task, FileName = "a.pdf" }, Scan)).Evidence.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Keeps_nothing_while_that_scanner_is_away()
    {
        var task = await registry.OneOffTask();
        var (service, _) = await registry.Replica(new Dictionary<string, string> { ["Files:Scanner"] = "/nobody/listens/here" });
        await using var end = service;

        var refused = await Refused.By(() => new V1.TaskService.TaskServiceClient(registry.CallsOf(service)).Attach(new() { Task = task, FileName = "a.pdf" }, Scan));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.Unavailable, "FILE_NOT_SCANNED"));
        (await registry.Tasks.GetTaskWorkAsync(new() { Task = task })).Evidence.ShouldBeEmpty();
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "nothing", "EVIDENCE_EMPTY" }, { "no file name", "FIELD_REQUIRED" }, { "hash", "DOCUMENT_HASH_MISMATCH" },
        { "period", "PERIOD_MALFORMED" }, { "month", "PERIOD_MALFORMED" }, { "etag", "ETAG_MISMATCH" },
        { "long number", "FIELD_TOO_LONG" }, { "too large", "DOCUMENT_TOO_LARGE" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Is_refused_with_the_name_of_what_is_wrong_and_leaves_nothing(string what, string reason)
    {
        var task = await registry.OneOffTask();
        (Sent Evidence, byte[]? Bytes) sent = what switch
        {
            "nothing" => (new(), null),
            "no file name" => (new(), Scan),
            "hash" => (new() { FileName = "a.pdf", Sha256 = new string('0', 64) }, Scan),
            "period" => (new() { DocumentNumber = "1", Period = "Q1" }, null),
            "month" => (new() { DocumentNumber = "1", Period = "2026-01" }, null),
            "etag" => (new() { DocumentNumber = "1", Etag = "v9" }, null),
            "long number" => (new() { DocumentNumber = new string('1', 101) }, null),
            _ => (new() { FileName = "a.pdf" }, null),
        };
        sent.Evidence.Task = task;

        var refused = await Refused.By(() => what == "too large" ? AttachLarge(sent.Evidence) : registry.Tasks.Attach(sent.Evidence, sent.Bytes));
        refused.Reason.ShouldBe(reason);
        (await registry.Tasks.GetTaskWorkAsync(new() { Task = task })).Evidence.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_refused_for_a_task_of_no_known_kind_and_for_another_agency()
    {
        var (plan, task) = (await registry.PublishedPlan(), await registry.OneOffTask());
        var other = new V1.TaskService.TaskServiceClient(registry.Of(Province.Education, Role.ReportingOfficer));

        (await Refused.By(() => registry.Tasks.Attach(new() { Task = plan.Task("Đề án"), DocumentNumber = "1" }))).Reason.ShouldBe("TASK_NOT_CLASSIFIED");
        (await Refused.By(() => other.Attach(new() { Task = task, DocumentNumber = "1" }))).Reason.ShouldBe("AGENCY_NOT_YOURS");
    }

    [Fact]
    public async Task Is_refused_when_the_stream_is_out_of_order()
    {
        var task = await registry.OneOffTask();
        var (evidence, chunk) = (new V1.AttachEvidenceRequest { Evidence = new() { Task = task, FileName = "a.pdf" } }, Chunk(Scan.Length));

        foreach (var stream in new V1.AttachEvidenceRequest[][] { [], [chunk, evidence], [evidence, evidence], [evidence, Chunk((1 << 20) + 1)] })
            (await Refused.By(() => Send(stream))).Reason.ShouldBe("DOCUMENT_STREAM_MALFORMED");
        (await registry.Tasks.GetTaskWorkAsync(new() { Task = task })).Evidence.ShouldBeEmpty();
    }

    private Task<V1.TaskWork> AttachLarge(Sent evidence) => Send([new() { Evidence = evidence }, .. Enumerable.Repeat(Chunk(1 << 20), 21)]);

    private static V1.AttachEvidenceRequest Chunk(int size) => new() { Chunk = Google.Protobuf.ByteString.CopyFrom(new byte[size]) };

    private async Task<V1.TaskWork> Send(params V1.AttachEvidenceRequest[] messages)
    {
        using var call = registry.Tasks.AttachEvidence();
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
}
