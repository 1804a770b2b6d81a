using Google.Protobuf;
using SocialPolicy.Harness.Calls;

namespace SocialPolicy.Harness.Access;

/// <summary>A request that is good in itself, and what each caller who is let in is answered.</summary>
/// <param name="Messages">The request; of a stream, its messages. A command only checks.</param>
/// <param name="Answer">OK, or the reason.</param>
public sealed record Ask(IReadOnlyList<IMessage> Messages, Func<Stand, string> Answer)
{
    public const string Ok = "OK";

    /// <summary>The name of what it is about: an id is in it.</summary>
    public string About { get; private init; } = "";

    /// <summary>Whether an answer shows it; null where that says nothing.</summary>
    public Func<Stand, bool>? Shows { get; private init; }

    /// <summary>Everybody who is let in is answered.</summary>
    public static Ask Anything(IMessage request) => new([request], _ => Ok);

    /// <summary>A command, rehearsed where it can be; one that cannot has to be safe to repeat.</summary>
    public static Ask To(PreparedCommand command, Func<Stand, string> answer) =>
        new((Rpcs.RpcOf(command.Messages[0]).Takes("validate_only") ? command.Rehearsed() : command).Messages, answer);

    /// <summary>A command about something that not everybody sees: to the others it is not there.</summary>
    public static Ask To(PreparedCommand command, string about, Func<Stand, string> answer) => To(command, answer) with { About = about };

    /// <summary>A read of one thing: shown to those who see it, not there for the others.</summary>
    public static Ask One(IMessage request, string about, string hidden, Func<Stand, bool> sees) =>
        new([request], caller => sees(caller) ? Ok : hidden) { About = about };

    /// <summary>A list: everybody is answered, and it is in the answer for those who see it.</summary>
    public static Ask Many(IMessage request, string about, Func<Stand, bool> sees) => new([request], _ => Ok) { About = about, Shows = sees };

    /// <summary>The same about another thing, which is not there at all.</summary>
    internal Ask AboutNothing(string nothing) => this with { Messages = [.. Messages.Select(message => message.About(Id(About), nothing))], About = nothing };

    internal static string Id(string name) => name.Split('/')[1];
}

/// <summary>Messages about something else.</summary>
internal static class Renaming
{
    public static IMessage About(this IMessage message, string id, string other) =>
        JsonParser.Default.Parse(JsonFormatter.Default.Format(message).Replace(id, other, StringComparison.Ordinal), message.Descriptor);
}
