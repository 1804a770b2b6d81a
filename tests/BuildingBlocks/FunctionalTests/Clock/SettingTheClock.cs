using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialPolicy.BuildingBlocks.Service.Clock;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Clock;

public sealed class SettingTheClock
{
    [Fact]
    public void Moves_time_by_the_offset_in_development() =>
        Clock("Development", "Clock:Offset", "12.00:00:00").Offset.ShouldBe(TimeSpan.FromDays(12));

    [Theory]
    [InlineData("2030-11-10T08:00:00", "2030-11-10T01:00:00Z")]
    [InlineData("2030-11-10", "2030-11-09T17:00:00Z")]
    [InlineData("2030-11-10T08:00:00Z", "2030-11-10T08:00:00Z")]
    [InlineData("2030-11-10T08:00:00+07:00", "2030-11-10T01:00:00Z")]
    public void Makes_it_the_time_that_was_asked_for_in_Vietnam_unless_it_says_otherwise(string at, string expected) =>
        Clock("Development", "Clock:At", at).GetUtcNow().ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromSeconds(5));

    [Theory]
    [InlineData("Clock:Offset", "1.00:00:00")]
    [InlineData("Clock:Offset", "-00:00:01")]
    [InlineData("Clock:At", "2030-11-10")]
    public void Is_refused_outside_development(string setting, string value) =>
        Should.Throw<InvalidOperationException>(() => Clock("Production", setting, value)).Message.ShouldContain("development only");

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("")]
    public void Is_allowed_anywhere_when_it_moves_nothing(string offset) =>
        Clock("Production", "Clock:Offset", offset).Offset.ShouldBe(TimeSpan.Zero);

    [Fact]
    public void Is_refused_when_it_is_not_understood() =>
        Should.Throw<InvalidOperationException>(() => Clock("Development", "Clock:At", "tomorrow")).Message.ShouldContain("Clock:At");

    [Fact]
    public void Leaves_real_time_alone_by_default() => Clock("Production", "Clock:Other", "x").Offset.ShouldBe(TimeSpan.Zero);

    private static PlatformClock Clock(string environment, string setting, string value)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [setting] = value });
        builder.AddClock();
        using var provider = builder.Services.BuildServiceProvider();
        return (PlatformClock)provider.GetRequiredService<TimeProvider>();
    }
}
