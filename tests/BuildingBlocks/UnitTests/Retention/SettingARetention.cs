using Microsoft.Extensions.Configuration;
using SocialPolicy.BuildingBlocks.Service.Retention;

namespace SocialPolicy.BuildingBlocks.UnitTests.Retention;

public sealed class SettingARetention
{
    [Fact]
    public void Is_needed_for_nothing_that_has_a_default() =>
        Rules().All.Select(kept => (kept.Rule.Name, kept.Days)).ShouldBe([("Announcements", 30), ("HeardAnnouncements", 37), ("RequestIds", 7)]);

    [Fact]
    public void Changes_the_days() => Rules(("RequestIds", "90")).Of(RetentionRule.RequestIds).Age.ShouldBe(TimeSpan.FromDays(90));

    [Theory]
    [InlineData("RequestIds", "6", "RETENTION_OUT_OF_RANGE: Retention:RequestIds is '6'; it is a number of days, 7 to 90.")]
    [InlineData("RequestIds", "91", "RETENTION_OUT_OF_RANGE: Retention:RequestIds is '91'; it is a number of days, 7 to 90.")]
    [InlineData("Announcements", "for ever", "RETENTION_OUT_OF_RANGE: Retention:Announcements is 'for ever'; it is a number of days, 7 to 3650.")]
    [InlineData("Announcements", "31", "RETENTION_TOO_SHORT: Retention:HeardAnnouncements is 37 days; announcements can be sent again for 31, so at least 38 are needed.")]
    public void Is_refused_with_the_name_of_the_setting(string name, string days, string message) =>
        Should.Throw<InvalidOperationException>(() => Rules((name, days))).Message.ShouldBe(message);

    private static RetentionRules Rules(params (string Name, string Days)[] said) => new(
        [RetentionRule.RequestIds, RetentionRule.Announcements, RetentionRule.HeardAnnouncements],
        new ConfigurationBuilder().AddInMemoryCollection(said.Select(one => KeyValuePair.Create($"Retention:{one.Name}", (string?)one.Days))).Build());
}
