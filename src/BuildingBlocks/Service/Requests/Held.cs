using System.Security.Cryptography;
using System.Text.Json;
using SocialPolicy.BuildingBlocks.Service.Audit;
using SocialPolicy.BuildingBlocks.Service.Etags;

namespace SocialPolicy.BuildingBlocks.Service.Requests;

/// <summary>The rows a command took hold of, as it found them, and how to look at them again.</summary>
internal sealed class Held
{
    private readonly List<Func<Task<Rows>>> again = [];
    private readonly List<Rows> found = [];

    /// <summary>Rows as they are now, with the way to read them again.</summary>
    public void Add<T>(IReadOnlyList<T> rows, Func<Task<IReadOnlyList<T>>> read)
    {
        found.Add(Rows.Of(rows));
        again.Add(async () => Rows.Of(await read()));
    }

    /// <summary>What was found against what is there now; null when nothing was held.</summary>
    public async Task<AuditedChange?> Compare()
    {
        if (found.Count == 0)
            return null;

        var left = new List<Rows>(again.Count);
        foreach (var read in again)
            left.Add(await read());
        return new(VersionOf(found), VersionOf(left), AuditedChange.OfRow, DigestOf(found), DigestOf(left));
    }

    private static string? VersionOf(List<Rows> rows) => rows[^1].Version is { } version ? Etag.Of(version) : null;

    // The digest of one kind of row is that of its JSON alone, so that anybody can compute it.
    private static byte[] DigestOf(List<Rows> rows) =>
        rows is [var only] ? SHA256.HashData(only.Json) : SHA256.HashData(rows.SelectMany(held => SHA256.HashData(held.Json)).ToArray());

    private sealed record Rows(byte[] Json, long? Version)
    {
        public static Rows Of<T>(IReadOnlyList<T> rows) => new(JsonSerializer.SerializeToUtf8Bytes(rows), rows is [var only] ? RowVersion<T>.Of(only) : null);
    }

    // Rows are versioned by a property of that name.
    private static class RowVersion<T>
    {
        private static readonly Func<T, long>? Read =
            typeof(T).GetProperty("Version") is { GetMethod: { } read } property && property.PropertyType == typeof(long) ? read.CreateDelegate<Func<T, long>>() : null;

        public static long? Of(T row) => Read?.Invoke(row);
    }
}
