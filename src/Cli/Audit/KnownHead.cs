using System.Globalization;
using SocialPolicy.Operations.V1;

namespace SocialPolicy.Cli.Audit;

/// <summary>The head of a chain as it is kept elsewhere: <c>SERVICE:SEGMENT:DIGEST</c>.</summary>
internal sealed record KnownHead(string Service, AuditHead Head)
{
    /// <exception cref="IOException">It is not written so.</exception>
    public static KnownHead Parse(string said) =>
        said.Trim().Split(':') is [var service, var segment, var digest] && long.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(service, new AuditHead { Segment = number, Digest = digest })
            : throw new IOException($"'{said}' is no head; it is written SERVICE:SEGMENT:DIGEST, as spp audit heads prints it.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Service}:{Head.Segment}:{Head.Digest}");
}
