using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SocialPolicy.BuildingBlocks.Service.Retention;

/// <summary>All rules of a service, with the days in force. A service does not start with days that make no sense.</summary>
public sealed class RetentionRules
{
    private const string Section = "Retention";

    private readonly Dictionary<string, Kept> kept;

    /// <exception cref="InvalidOperationException">RETENTION_OUT_OF_RANGE or RETENTION_TOO_SHORT; the message names the setting.</exception>
    public RetentionRules(IEnumerable<RetentionRule> rules, IConfiguration configuration)
    {
        kept = rules.ToDictionary(rule => rule.Name, rule => InForce(rule, configuration), StringComparer.Ordinal);
        var (sent, known) = (kept[RetentionRule.Announcements.Name].Days, kept[RetentionRule.HeardAnnouncements.Name].Days);
        if (known < sent + RetentionRule.Margin)
        {
            throw new InvalidOperationException(
                $"RETENTION_TOO_SHORT: {Section}:{RetentionRule.HeardAnnouncements.Name} is {known} days; announcements can be sent again for {sent}, so at least {sent + RetentionRule.Margin} are needed.");
        }
    }

    /// <summary>By name.</summary>
    public IEnumerable<Kept> All => kept.Values.OrderBy(one => one.Rule.Name, StringComparer.Ordinal);

    /// <summary>How long what the rule is about is kept.</summary>
    public Kept Of(RetentionRule rule) => kept[rule.Name];

    private static Kept InForce(RetentionRule rule, IConfiguration configuration)
    {
        var said = configuration[$"{Section}:{rule.Name}"];
        if (string.IsNullOrEmpty(said))
            return new(rule, rule.Days);
        return int.TryParse(said, System.Globalization.CultureInfo.InvariantCulture, out var days) && days >= rule.Least && days <= rule.Most
            ? new(rule, days)
            : throw new InvalidOperationException($"RETENTION_OUT_OF_RANGE: {Section}:{rule.Name} is '{said}'; it is a number of days, {rule.Least} to {rule.Most}.");
    }
}

/// <summary>Gives a service its retention rules.</summary>
public static class RetentionExtensions
{
    /// <summary>Adds a rule; a job of the service follows it.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services, RetentionRule rule) => services.AddSingleton(rule);
}
