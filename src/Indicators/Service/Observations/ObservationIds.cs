using System.Buffers.Binary;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>
/// The id of an observation is made of what it is the value of and its revision, so that millions of rows need none of their own: a
/// UUID of version 8 (RFC 9562). From the left: indicator and unit of 24 bits each, year of 8 and estimate of 1 beside the version,
/// period of 9, part and revision of 24 behind the variant.
/// </summary>
internal static class ObservationIds
{
    private const int FirstYear = 1900;
    private const int Version = 8;
    private const ulong Variant = 0b10UL << 62;
    private const int Bits24 = (1 << 24) - 1;
    private const int Bits9 = (1 << 9) - 1;

    public static Guid Of(ObservationKey key, int revision)
    {
        var left = ((ulong)(uint)key.Indicator << 40) | ((ulong)(uint)key.Unit << 16)
            | (Version << 12) | ((ulong)(uint)(key.Period.Year - FirstYear) << 4) | (key.Estimate ? 1UL : 0);
        var right = Variant | ((ulong)(ushort)key.Period.Number << 48) | ((ulong)(uint)key.Part << 24) | (uint)revision;
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, left);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], right);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>What an id is made of; any UUID gives something, which need not be there.</summary>
    public static (ObservationKey Key, int Revision) Parse(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var left = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        var right = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        var period = new ObservedPeriod((short)(FirstYear + (int)((left >> 4) & 0xff)), (short)((right >> 48) & Bits9));
        return (new((int)(left >> 40), (int)(left >> 16) & Bits24, period, (int)(right >> 24) & Bits24, (left & 1) == 1), (int)right & Bits24);
    }
}
