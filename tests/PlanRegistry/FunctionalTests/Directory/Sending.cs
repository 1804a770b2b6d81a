using Google.Rpc;
using Grpc.Core;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Sent = SocialPolicy.PlanRegistry.V1.ImportDirectoryRequest.Types;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Directory;

/// <summary>Rows of a directory, and how a client sends them.</summary>
internal static class Sending
{
    private static int counter;

    /// <summary>A code that no other test has.</summary>
    public static string NewCode() => $"test:{Interlocked.Increment(ref counter)}";

    public static Sent.UnitRow Province(string code, string name = "tỉnh Mẫu") =>
        new() { Codes = { code }, DisplayName = name, Level = V1.Unit.Types.Level.Province };

    public static Sent.UnitRow District(string code, string province, string name = "huyện Mẫu") =>
        new() { Codes = { code }, DisplayName = name, Level = V1.Unit.Types.Level.District, ParentCode = province };

    public static Sent.AgencyRow Agency(string code, string unit, string name, V1.Agency.Types.Kind kind = V1.Agency.Types.Kind.Department) =>
        new() { Codes = { code }, DisplayName = name, Kind = kind, UnitCode = unit };

    public static async Task<V1.ImportDirectoryResponse> Import(
        this V1.DirectoryService.DirectoryServiceClient directory, IEnumerable<Sent.UnitRow> units, IEnumerable<Sent.AgencyRow>? agencies = null, Sent.Options? options = null)
    {
        using var call = directory.ImportDirectory();
        await call.RequestStream.WriteAsync(new() { Options = options ?? new() });
        foreach (var part in units.Chunk(1000))
            await call.RequestStream.WriteAsync(new() { Rows = new() { Units = { part } } });
        foreach (var part in (agencies ?? []).Chunk(1000))
            await call.RequestStream.WriteAsync(new() { Rows = new() { Agencies = { part } } });
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    /// <summary>What a refused import says of each row: field and reason.</summary>
    public static async Task<IReadOnlyList<(string Field, string Reason)>> Violations(Func<Task> import)
    {
        var failure = await Should.ThrowAsync<RpcException>(import);
        var status = Google.Rpc.Status.Parser.ParseFrom(failure.Trailers.GetValueBytes("grpc-status-details-bin"));
        var input = status.Details.Single(detail => detail.Is(BadRequest.Descriptor)).Unpack<BadRequest>();
        return [.. input.FieldViolations.Select(violation => (violation.Field, violation.Reason))];
    }

    /// <summary>How many announcements of the directory there are.</summary>
    public static Task<long> DirectoryAnnouncements(this Registry registry) =>
        registry.Ask<long>("select count(*) from ground.outbox where aggregate = 'directory'");
}
