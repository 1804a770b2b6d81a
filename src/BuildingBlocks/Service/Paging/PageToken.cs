using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Paging;

/// <summary>
/// Where a list goes on: the keyset position behind the last item, bound to the list and its filters by a checksum. It
/// needs no key, so every replica and every later release of the same version reads it. It is neither a secret nor a
/// permission: a forged token can only name a place in a list that its reader may read anyway.
/// </summary>
public static class PageToken
{
    private const int ChecksumLength = 16;
    private static ReadOnlySpan<byte> Version => "page-token-1"u8;

    /// <summary>A token for the items behind a position; URL-safe text.</summary>
    /// <param name="request">The list request; everything in it counts but <c>page_size</c> and <c>page_token</c>.</param>
    /// <param name="position">The sort key of the last item sent: a small record of values.</param>
    public static string Encode<TPosition>(IMessage request, TPosition position)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(position);
        return Base64Url.EncodeToString([.. Checksum(request, payload), .. payload]);
    }

    /// <summary>The position; null on the first page. Throws PAGE_TOKEN_INVALID.</summary>
    public static TPosition? Decode<TPosition>(IMessage request, string token)
        where TPosition : class
    {
        if (token.Length == 0)
            return null;

        var position = TryDecode<TPosition>(request, token);
        Check.Rule(new PageTokensBelongToTheirList(position is not null));
        return position;
    }

    private static TPosition? TryDecode<TPosition>(IMessage request, string token)
    {
        if (!Base64Url.IsValid(token, out var length) || length <= ChecksumLength)
            return default;

        var bytes = Base64Url.DecodeFromChars(token).AsSpan();
        var payload = bytes[ChecksumLength..];
        return bytes.StartsWith(Checksum(request, payload)) ? TryRead<TPosition>(payload) : default;
    }

    // The checksum keeps nobody from making one: what it covers may be anything.
    private static TPosition? TryRead<TPosition>(ReadOnlySpan<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize<TPosition>(payload);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static ReadOnlySpan<byte> Checksum(IMessage request, ReadOnlySpan<byte> payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Version);
        hash.AppendData(Encoding.UTF8.GetBytes(request.Descriptor.FullName));
        hash.AppendData(Filters(request));
        hash.AppendData(payload);
        return hash.GetHashAndReset().AsSpan(0, ChecksumLength);
    }

    private static byte[] Filters(IMessage request)
    {
        var filters = request.Descriptor.Parser.ParseFrom(request.ToByteString());
        foreach (var name in (string[])["page_size", "page_token"])
            filters.Descriptor.FindFieldByName(name)?.Accessor.Clear(filters);
        return filters.ToByteArray();
    }
}
