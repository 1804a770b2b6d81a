using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.BuildingBlocks.Service.Limits;

/// <summary>Who counts as one: a subject with its client, or a place in the net as long as nobody is known there.</summary>
internal readonly record struct Asker(string Client, string Subject, bool IsService, int Place)
{
    /// <summary>Addresses share so many places, so that inventing addresses takes no memory. Who shares with whom changes with every start.</summary>
    internal const int Places = 16_384;

    private const int Nowhere = -1;

    public bool IsKnown => Place is Nowhere;

    public static Asker Of(Caller caller) => new(caller.Client, caller.Subject, caller.Roles.Contains(Role.Service), Nowhere);

    /// <summary>An IPv6 subscriber has 2^64 addresses: the first half names it.</summary>
    public static Asker At(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        var named = address is not null && address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (named?.TryWriteBytes(bytes, out _) is true && named.AddressFamily is AddressFamily.InterNetworkV6)
            bytes[8..].Clear();

        var hash = HashCode.Combine(BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]));
        return new("", "", IsService: false, (int)((uint)hash % Places));
    }
}
