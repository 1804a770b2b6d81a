using System.Diagnostics;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>Spans of announcing, relaying and consuming; listen to <see cref="SourceName"/>.</summary>
public static class MessagingActivities
{
    public const string SourceName = "SocialPolicy.Messaging";

    internal static readonly ActivitySource Source = new(SourceName);

    /// <summary>A span that continues the trace stored with an announcement.</summary>
    internal static Activity? Continue(string name, ActivityKind kind, string? traceParent) =>
        Source.StartActivity(name, kind, ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent) ? parent : default);
}
