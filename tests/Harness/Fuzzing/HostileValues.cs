using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace SocialPolicy.Harness.Fuzzing;

/// <summary>Values for the fields of a message: some that a careful client sends, some that no client should.</summary>
internal sealed partial class HostileValues
{
    /// <summary>Stands where bytes that are no UTF-8 go in once the message is encoded.</summary>
    public const string NoText = "\u0001no text\u0001";

    private const int MostNames = 2_000;
    private const int LargestAnswer = 64 << 10;

    private static readonly string[] Nasty =
    [
        "", " ", "\0", "a\0b", "\u202e\u0000", "\uFFFF", "\uFEFF", "💥", "e\u0323\u0302", "İı", NoText, "'; drop table plans; --", "\" or 1=1 --", "%s%n%x", "{0}{1}{999999}", "$1 $2", "\\", "%00",
        "../../../../etc/passwd", "..\\..\\windows", "/dev/zero", "plans/..", "plans/", "/", "//", "plans/-", "-", "*", "(((a+)+)+)$", "[", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", "{\"a\":",
        "=cmd|'/c calc'!A0", "NaN", "Infinity", "1e400", "-0", "0x10", "٣", "1,5", "99999999999999999999999999999999999999", "0.000000000000000000000000000000001", "-99999999999999999999",
        "0000-00-00", "2026-02-30", "9999-12", "2026-H3", "2026-Q0", "00000000-0000-0000-0000-000000000000", "not-a-uuid", "true", "null", "\r\n\r\n", "\t", "name desc, 1", "a AND b OR (", "\"", "'",
    ];

    private static readonly string[] Plain =
    [
        "Kế hoạch", "hộ nghèo", "43/KH-UBND", "2026", "2026-H1", "2026-Q3", "2026-11", "99.5", "0", "12", "Sở Y tế", "spp:1", "14", "an.nguyen@example.vn", "https://example.vn", "Lý do", "vi", "title", "etag",
    ];

    private static readonly long[] Numbers = [0, 1, -1, 2, 12, 13, 31, 32, 99, 100, 1_000, 2_024, 2_026, 9_999, 10_000, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, uint.MaxValue];

    private static readonly double[] Fractions = [0, -0.0, 1.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue, -1e300];

    private readonly ConcurrentDictionary<string, byte> names = new(StringComparer.Ordinal);
    private string[] known = [];

    /// <summary>Takes the resource names out of an answer, so that later calls reach what is there.</summary>
    public void Learn(IMessage answer)
    {
        if (names.Count >= MostNames || answer.CalculateSize() > LargestAnswer)
            return;
        foreach (Match name in Names().Matches(answer.ToString()!))
            names.TryAdd(name.Value, 0);
        known = [.. names.Keys.Order(StringComparer.Ordinal)];
    }

    public string Text(Random random)
    {
        var seen = known;
        return random.Next(100) switch
        {
            < 40 when seen.Length > 0 => seen[random.Next(seen.Length)],
            < 50 => Guid.CreateVersion7().ToString(),
            < 65 => Plain[random.Next(Plain.Length)],
            < 70 when random.Next(20) == 0 => new string('ă', random.Next(70_000)),
            < 70 when random.Next(50) == 0 => new string('x', 1 << 20),
            < 72 => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => char.ConvertFromUtf32(random.Next(0x20, 0xd7ff)))),
            < 75 when seen.Length > 0 => seen[random.Next(seen.Length)] + "/" + Nasty[random.Next(Nasty.Length)],
            _ => Nasty[random.Next(Nasty.Length)],
        };
    }

    /// <summary>What a careful client would put there.</summary>
    public object Plausible(FieldDescriptor field, Random random) => field.FieldType switch
    {
        FieldType.String => PlausibleText(field, random),
        FieldType.Enum => field.EnumType.Values[random.Next(field.EnumType.Values.Count)].Number,
        FieldType.Bool => random.Next(4) == 0,
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => random.Next(20),
        FieldType.UInt32 or FieldType.Fixed32 => (uint)random.Next(20),
        FieldType.UInt64 or FieldType.Fixed64 => (ulong)random.Next(20),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => (long)random.Next(20),
        _ => Scalar(field, random),
    };

    public object Scalar(FieldDescriptor field, Random random) => field.FieldType switch
    {
        FieldType.String => Text(random),
        FieldType.Bytes => Bytes(random),
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Enum => random.Next(10) == 0 ? (int)Number(random) : field.EnumType.Values[random.Next(field.EnumType.Values.Count)].Number,
        FieldType.Double => Fractions[random.Next(Fractions.Length)],
        FieldType.Float => (float)Fractions[random.Next(Fractions.Length)],
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => (int)Number(random),
        FieldType.UInt32 or FieldType.Fixed32 => (uint)Number(random),
        FieldType.UInt64 or FieldType.Fixed64 => (ulong)Number(random),
        _ => Number(random),
    };

    // Names go where a field, or else its message, is called like their kind.
    private string PlausibleText(FieldDescriptor field, Random random)
    {
        if (field.Name is "request_id")
            return Guid.CreateVersion7().ToString();
        if (field.Name is "page_token" or "etag" or "order_by")
            return "";
        var said = $"{field.Name} {(field.Name is "name" or "names" ? field.ContainingType.Name : "")}";
        var fitting = known.Where(name => said.Contains(KindOf(name), StringComparison.OrdinalIgnoreCase)).ToArray();
        if (fitting.Length > 0 && random.Next(10) > 0)
            return fitting[random.Next(fitting.Length)];
        return known.Length > 0 && random.Next(4) == 0 ? known[random.Next(known.Length)] : Plain[random.Next(Plain.Length)];
    }

    // "agenc" of agencies/..., "task" of plans/.../tasks/...
    private static string KindOf(string name) => name.Split('/')[^2] switch
    {
        var kind when kind.EndsWith("ies", StringComparison.Ordinal) => kind[..^3],
        var kind => kind.TrimEnd('s'),
    };

    private static long Number(Random random) => random.Next(4) == 0 ? random.NextInt64() : Numbers[random.Next(Numbers.Length)];

    private static ByteString Bytes(Random random)
    {
        var bytes = new byte[random.Next(4) == 0 ? random.Next(1 << 16) : random.Next(100)];
        random.NextBytes(bytes);
        return random.Next(6) switch
        {
            0 => ByteString.CopyFrom([0x50, 0x4b, 3, 4, .. bytes]),
            1 => ByteString.CopyFromUtf8(string.Create(CultureInfo.InvariantCulture, $"%PDF-1.7\n{Convert.ToHexString(bytes)}")),
            2 => ByteString.CopyFromUtf8("Số: 1/KH-UBND\nKẾ HOẠCH\n" + Convert.ToHexString(bytes)),
            _ => ByteString.CopyFrom(bytes),
        };
    }

    [GeneratedRegex("[a-zA-Z]+/[0-9a-f]{8}-[0-9a-f-]{27}(/[a-zA-Z]+/[0-9a-zA-Z-]+)*", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Names();
}
