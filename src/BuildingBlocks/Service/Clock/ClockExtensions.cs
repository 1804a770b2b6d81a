using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace SocialPolicy.BuildingBlocks.Service.Clock;

/// <summary>Gives a service the platform's clock.</summary>
public static class ClockExtensions
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>
    /// <see cref="TimeProvider"/> with <c>Clock:Offset</c> (a time span, <c>12.00:00:00</c>) or <c>Clock:At</c> (the time it
    /// shall be now, ISO 8601; without a zone: Vietnam's). Either one outside the environment Development keeps the service
    /// from starting; an offset of zero moves nothing and is fine anywhere.
    /// </summary>
    public static IHostApplicationBuilder AddClock(this IHostApplicationBuilder builder)
    {
        var offset = Offset(builder.Configuration.GetSection("Clock"));
        if (offset != TimeSpan.Zero && !builder.Environment.IsDevelopment())
            throw new InvalidOperationException($"Clock:Offset and Clock:At move time and are for development only; this environment is {builder.Environment.EnvironmentName}. Remove the setting.");

        builder.Services.TryAddSingleton<TimeProvider>(new PlatformClock(offset));
        return builder;
    }

    private static TimeSpan Offset(IConfigurationSection clock)
    {
        if (clock["Offset"] is { Length: > 0 } offset)
            return TimeSpan.TryParse(offset, CultureInfo.InvariantCulture, out var span) ? span : throw Malformed("Offset", offset);
        if (clock["At"] is { Length: > 0 } at)
            return Instant(at) - TimeProvider.System.GetUtcNow();
        return TimeSpan.Zero;
    }

    private static DateTimeOffset Instant(string at)
    {
        if (!DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            throw Malformed("At", at);
        return time.Kind is DateTimeKind.Unspecified ? new DateTimeOffset(time, Vietnam) : new DateTimeOffset(time);
    }

    private static InvalidOperationException Malformed(string setting, string value) => new($"Clock:{setting} is not understood: {value}.");
}
