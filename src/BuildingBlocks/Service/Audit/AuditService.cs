using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Storage;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Audit;

/// <summary>What auditors may ask of a service; the same in every one.</summary>
public sealed partial class AuditService : V1.AuditService.AuditServiceBase
{
    private const string EntryCollection = "auditEntries/";

    private readonly NpgsqlDataSource source;
    private readonly AuditKeys keys;
    private readonly AuditMemory memory;
    private readonly AuditLog audit;
    private readonly StorageSettings settings;
    private readonly TimeProvider clock;

    // The parts are internal to this assembly, so this constructor is; AddStorage registers how to make it.
    internal AuditService(NpgsqlDataSource source, AuditKeys keys, AuditMemory memory, AuditLog audit, StorageSettings settings, TimeProvider clock)
    {
        this.source = source;
        this.keys = keys;
        this.memory = memory;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    internal static string EntryName(long id) => EntryCollection + AuditRow.Number(id);

    private Task Audited(ServerCallContext call, string resource, string detail) =>
        audit.Write(new(clock.GetUtcNow(), call.Method, call.Caller(), resource, detail, null, AuditEntry.Done));

    private static long IdOf(string name)
    {
        var id = 0L;
        var follows = name.StartsWith(EntryCollection, StringComparison.Ordinal)
            && long.TryParse(name.AsSpan(EntryCollection.Length), NumberStyles.None, CultureInfo.InvariantCulture, out id) && name == EntryName(id);
        Check.Rule(new NamesFollowTheirPattern("auditEntries/{number}", "name", follows));
        return id;
    }

    private static V1.AuditEntry ToContract(AuditRow row) => new()
    {
        Name = EntryName(row.Id),
        RecordTime = row.RecordedAt.ToTimestamp(),
        ActTime = row.At.ToTimestamp(),
        Method = row.Method,
        Subject = row.Subject,
        Client = row.Client,
        Agency = row.Agency ?? "",
        ActFor = row.ActFor ?? "",
        Resource = row.Resource ?? "",
        Detail = row.Detail ?? "",
        RequestId = row.RequestId?.ToString() ?? "",
        TraceId = row.TraceId ?? "",
        Outcome = row.Outcome,
        VersionBefore = row.VersionBefore ?? "",
        VersionAfter = row.VersionAfter ?? "",
        DigestOf = row.DigestOf ?? "",
        BeforeDigest = Hex(row.BeforeDigest),
        AfterDigest = Hex(row.AfterDigest),
        Digest = Hex(row.Digest),
    };

    private static V1.AuditHead ToContract(AuditSegment? last) => last is null ? new() : new()
    {
        Segment = last.Number,
        LastEntry = last.LastId,
        Digest = Hex(last.Head),
        KeyId = last.KeyId ?? "",
        SealTime = last.SealedAt.ToTimestamp(),
    };

    private static string Hex(byte[]? digest) => digest is null ? "" : Convert.ToHexStringLower(digest);
}
