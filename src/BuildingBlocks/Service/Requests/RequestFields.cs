using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace SocialPolicy.BuildingBlocks.Service.Requests;

/// <summary>The fields every command shares, found once per message type by their names; a message without them is fine.</summary>
internal static class RequestFields<TRequest> where TRequest : IMessage<TRequest>
{
    private static readonly FieldDescriptor? RequestIdField = Field("request_id", FieldType.String);
    private static readonly FieldDescriptor? ValidateOnlyField = Field("validate_only", FieldType.Bool);
    private static readonly FieldDescriptor? EtagField = Field("etag", FieldType.String);

    public static string? RequestId(TRequest request) => RequestIdField?.Accessor.GetValue(request) as string;

    public static bool ValidateOnly(TRequest request) => ValidateOnlyField?.Accessor.GetValue(request) is true;

    public static string? Etag(TRequest request) => EtagField?.Accessor.GetValue(request) as string;

    /// <summary>SHA-256 of everything but the request id.</summary>
    public static byte[] PayloadHash(TRequest request)
    {
        if (RequestIdField is null)
            return SHA256.HashData(request.ToByteArray());

        var payload = request.Clone();
        RequestIdField.Accessor.Clear(payload);
        return SHA256.HashData(payload.ToByteArray());
    }

    private static FieldDescriptor? Field(string name, FieldType type)
    {
        var descriptor = ((IMessage)Activator.CreateInstance<TRequest>()).Descriptor;
        return descriptor.FindFieldByName(name) is { } field && field.FieldType == type && !field.IsRepeated ? field : null;
    }
}

/// <summary>The same for a message of any type.</summary>
internal static class SharedFields
{
    /// <summary>The etag of an answer that is a resource; null for one that has none.</summary>
    public static string? Etag(IMessage? answer) =>
        answer?.Descriptor.FindFieldByName("etag") is { FieldType: FieldType.String, IsRepeated: false } field ? field.Accessor.GetValue(answer) as string : null;
}
