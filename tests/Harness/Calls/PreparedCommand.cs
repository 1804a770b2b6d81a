using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Xunit;

namespace SocialPolicy.Harness.Calls;

/// <summary>A command whose request is good: everything it needs is in the service.</summary>
/// <param name="Messages">Its request; of a stream, its messages.</param>
/// <param name="Outdated">An etag that what it is about had, and has no more; empty for a request that carries none.</param>
public sealed record PreparedCommand(IReadOnlyList<IMessage> Messages, string Outdated = "")
{
    /// <summary>One whose request is a single message.</summary>
    public PreparedCommand(IMessage request, string outdated = "") : this([request], outdated)
    {
    }

    /// <summary>The same with a request id.</summary>
    public PreparedCommand Under(Guid requestId) => With("request_id", $"{requestId}");

    /// <summary>The same for who saw a version.</summary>
    public PreparedCommand For(string etag) => With("etag", etag);

    /// <summary>Another request under the same id: its first words are others.</summary>
    public PreparedCommand InOtherWords()
    {
        var messages = Copy();
        Assert.True(messages.Any(ChangeWords), "it says something in words");
        return this with { Messages = messages };
    }

    /// <summary>The same without an effect.</summary>
    public PreparedCommand Rehearsed() => With("validate_only", true);

    /// <summary>The answer, as it came.</summary>
    public Task<byte[]> Send(CallInvoker calls) => calls.Call(Messages);

    private PreparedCommand With(string field, object value)
    {
        var messages = Copy();
        var part = messages.SelectMany(Parts).First(part => part.Descriptor.FindFieldByName(field) is not null);
        part.Descriptor.FindFieldByName(field).Accessor.SetValue(part, value);
        return this with { Messages = messages };
    }

    private List<IMessage> Copy() => [.. Messages.Select(message => message.Descriptor.Parser.ParseFrom(message.ToByteArray()))];

    // The request itself, then the messages that are declared within it.
    private static IEnumerable<IMessage> Parts(IMessage message) =>
        Fields(message).SelectMany(field => field.Messages).Where(inner => inner.Descriptor.ContainingType == message.Descriptor).Prepend(message);

    private static bool ChangeWords(IMessage message)
    {
        foreach (var (field, messages) in Fields(message))
        {
            if (field is { FieldType: FieldType.String, IsRepeated: false } && field.Name != "request_id")
            {
                field.Accessor.SetValue(message, $"{field.Accessor.GetValue(message)} khác");
                return true;
            }

            if (messages.Any(ChangeWords))
                return true;
        }

        return false;
    }

    private static IEnumerable<(FieldDescriptor Field, IEnumerable<IMessage> Messages)> Fields(IMessage message) =>
        message.Descriptor.Fields.InDeclarationOrder()
            .Where(field => !field.IsMap && (field.ContainingOneof is not { } choice || choice.Accessor.GetCaseFieldDescriptor(message) == field))
            .Select(field => (field, field.Accessor.GetValue(message) switch
            {
                IMessage one => [one],
                IEnumerable many and not string => many.OfType<IMessage>(),
                _ => [],
            }));
}
