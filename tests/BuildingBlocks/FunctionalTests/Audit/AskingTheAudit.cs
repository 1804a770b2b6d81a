using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness;
using SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Audit;

public sealed class AskingTheAudit : IAsyncLifetime
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Request = "0197a2f0-0000-7000-8000-000000000001";

    private TestDatabase database = null!;
    private AuditHost host = null!;

    public async Task InitializeAsync()
    {
        database = await AuditHost.NewDatabase();
        host = await AuditHost.Start(database.ConnectionString, seals: false);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.ExecuteAsync($"""
            insert into ground.audit_log (at, method, subject, client, agency, act_for, resource, detail, request_id, trace_id, outcome, version_before, version_after, digest_of, before_digest, after_digest) values
                (now(), '/a.v1.S/Do', 'anh', 'web', 'spp:x', null, 'things/1', 'Đắk Nông, 50%', '{Request}', '{Trace}', 'DONE', 'v1', 'v2', 'row', sha256('a'), sha256('b')),
                (now(), '/a.v1.S/Do', 'binh', 'web', 'spp:y', 'agencies/7', 'things/2', '5:x,-,', null, null, 'DONE', null, 'v1', 'answer', null, sha256('c')),
                (now(), '/a.v1.S/Redo', 'anh', 'cron', null, null, null, null, null, null, 'PLAN_NOT_CONFIRMED', null, null, null, null, null)
            """);
        await host.Sealer.SealNow(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("3 2 1", "")]
    [InlineData("3 1", "subject=anh")]
    [InlineData("2 1", "client=web")]
    [InlineData("1", "agency=spp:x")]
    [InlineData("2", "agency=agencies/7")]
    [InlineData("2", "resource=things/2")]
    [InlineData("2 1", "method=Do")]
    [InlineData("3", "method=/a.v1.S/Redo")]
    [InlineData("", "method=o")]
    [InlineData("3", "outcome=PLAN_NOT_CONFIRMED")]
    [InlineData("3", "refused")]
    [InlineData("1", "request=" + Request)]
    [InlineData("1", "trace=" + Trace)]
    [InlineData("1", "subject=anh client=web")]
    [InlineData("", "subject=' or true --")]
    public async Task Finds_what_every_filter_lets_through(string numbers, string filters)
    {
        var request = new ListAuditEntriesRequest();
        foreach (var (name, value) in filters.StartsWith("subject='", StringComparison.Ordinal) ? [("subject", filters[8..])] : Parsed(filters))
            Set(request, name, value);

        var answer = await host.Auditor.ListAuditEntriesAsync(request);

        answer.AuditEntries.Select(entry => entry.Name).ShouldBe(numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => $"auditEntries/{number}"));
    }

    [Fact]
    public async Task Goes_from_page_to_page_and_by_time()
    {
        var first = await host.Auditor.ListAuditEntriesAsync(new() { PageSize = 2 });
        var second = await host.Auditor.ListAuditEntriesAsync(new() { PageSize = 2, PageToken = first.NextPageToken });
        var between = await host.Auditor.ListAuditEntriesAsync(new() { StartTime = second.AuditEntries[0].RecordTime, EndTime = first.AuditEntries[0].RecordTime });

        first.AuditEntries.Concat(second.AuditEntries).Select(entry => entry.Name).ShouldBe(["auditEntries/3", "auditEntries/2", "auditEntries/1"]);
        second.NextPageToken.ShouldBeEmpty();
        between.AuditEntries.Select(entry => entry.Name).ShouldBe(["auditEntries/2", "auditEntries/1"]);
    }

    [Fact]
    public async Task Shows_all_that_an_entry_says()
    {
        var entry = await host.Auditor.GetAuditEntryAsync(new() { Name = "auditEntries/1" });

        (entry.Subject, entry.Client, entry.Agency, entry.Resource, entry.Detail, entry.RequestId, entry.TraceId, entry.Outcome, entry.VersionBefore, entry.VersionAfter, entry.DigestOf)
            .ShouldBe(("anh", "web", "spp:x", "things/1", "Đắk Nông, 50%", Request, Trace, "DONE", "v1", "v2", "row"));
        entry.BeforeDigest.ShouldBe(Sha256("a"));
        entry.AfterDigest.ShouldBe(Sha256("b"));
    }

    [Theory]
    [InlineData("auditEntries/4", StatusCode.NotFound, "AUDIT_ENTRY_NOT_FOUND")]
    [InlineData("auditEntries/01", StatusCode.InvalidArgument, "NAME_MALFORMED")]
    [InlineData("things/1", StatusCode.InvalidArgument, "NAME_MALFORMED")]
    public async Task Says_what_is_wrong_with_a_name(string name, StatusCode code, string reason) =>
        (await Refusing(async () => await host.Auditor.GetAuditEntryAsync(new() { Name = name }))).ShouldBe((code, reason));

    [Fact]
    public async Task Says_what_is_wrong_with_a_question()
    {
        (await Refusing(async () => await host.Auditor.ListAuditEntriesAsync(new() { TraceId = "x" }))).Reason.ShouldBe("TRACE_ID_MALFORMED");
        (await Refusing(async () => await host.Auditor.ListAuditEntriesAsync(new() { RequestId = "x" }))).Reason.ShouldBe("REQUEST_ID_MALFORMED");
        (await Refusing(() => host.Verify(new AuditHead { Segment = 1, Digest = "x" }))).Reason.ShouldBe("HEAD_MALFORMED");
        (await Refusing(() => Export(after: 9))).Reason.ShouldBe("SEGMENT_NOT_FOUND");
    }

    [Fact]
    public async Task Is_for_auditors_and_administrators_alone()
    {
        await host.As(Role.Administrator).GetAuditHeadAsync(new());

        foreach (var role in Enum.GetValues<Role>().Except([Role.Auditor, Role.Administrator]))
            (await Refusing(async () => await host.As(role).ListAuditEntriesAsync(new()))).Code.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Leaves_a_row_itself_when_it_verifies_or_exports()
    {
        await host.Verify();
        await Export();

        (await host.Auditor.ListAuditEntriesAsync(new() { PageSize = 2 })).AuditEntries.Select(entry => $"{entry.Method.Split('/')[^1]} {entry.Subject} {entry.Detail}")
            .ShouldBe(["ExportAudit auditor-1 4 entries", "VerifyAudit auditor-1 whole"]);
    }

    [Fact]
    public async Task Exports_what_anybody_can_verify_without_the_database()
    {
        var lines = (await Export()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        var service = Text(lines[0], "service");
        var segment = lines.Single(line => Text(line, "line") == "segment");
        var entries = lines.Where(line => Text(line, "line") == "entry").ToList();

        // From the documentation alone: nothing of the service is used here.
        string[] fields =
        [
            "id", "recorded_at", "at", "method", "subject", "client", "agency", "act_for", "resource", "detail", "request_id", "trace_id", "outcome",
            "version_before", "version_after", "digest_of", "before_digest", "after_digest",
        ];
        var digests = entries.ConvertAll(entry => Netstrings(["audit-row-1", .. fields.Select(field => Text(entry, field))]));
        digests.ShouldBe(entries.Select(entry => Text(entry, "digest")));
        string.Concat(digests).ShouldBe(Text(segment, "digests"));
        Text(segment, "previous").ShouldBe(new string('0', 64));
        var head = Netstrings(
        [
            "audit-segment-1", service, Text(segment, "number"), Text(segment, "first_id"), Text(segment, "last_id"),
            string.Join(',', segment.GetProperty("ids").EnumerateArray()), Text(segment, "digests"), Text(segment, "previous"), Text(segment, "sealed_at"),
        ]);
        head.ShouldBe(Text(segment, "head"));
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AuditHost.Key), Convert.FromHexString(head))).ShouldBe(Text(segment, "signature"));
    }

    [Fact]
    public async Task Exports_what_came_later()
    {
        await host.Command("things/3");
        await host.Sealer.SealNow(CancellationToken.None);

        var lines = (await Export(after: 1)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();

        lines.ConvertAll(line => Text(line, "line")).ShouldBe(["beginning", "segment", "entry"]);
        Text(lines[2], "resource").ShouldBe("things/3");
    }

    private async Task<string> Export(long after = 0)
    {
        using var call = host.Auditor.ExportAudit(new() { AfterSegment = after });
        var file = new MemoryStream();
        await foreach (var part in call.ResponseStream.ReadAllAsync())
            file.Write(part.Chunk.Span);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static async Task<(StatusCode Code, string Reason)> Refusing<T>(Func<Task<T>> call)
    {
        var refused = await Harness.Services.Refused.By(call);
        return (refused.Code, refused.Reason);
    }

    private static IEnumerable<(string Name, string Value)> Parsed(string filters) =>
        filters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(filter => filter.Split('=', 2)).Select(pair => (pair[0], pair.ElementAtOrDefault(1) ?? ""));

    private static void Set(ListAuditEntriesRequest request, string name, string value)
    {
        var field = name switch { "request" => "request_id", "trace" => "trace_id", "refused" => "only_refused", _ => name };
        ListAuditEntriesRequest.Descriptor.FindFieldByName(field).Accessor.SetValue(request, name == "refused" ? true : value);
    }

    private static string? Text(JsonElement line, string property) => line.GetProperty(property) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;

    private static string Netstrings(IEnumerable<string?> texts) => Sha256(string.Concat(texts.Select(
        text => text is null ? "-," : string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(text)}:{text},"))));

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
