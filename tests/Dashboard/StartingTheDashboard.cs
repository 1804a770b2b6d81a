using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialPolicy.Dashboard.FunctionalTests.Setting;
using SocialPolicy.Dashboard.Hosting;

namespace SocialPolicy.Dashboard.FunctionalTests;

public sealed class StartingTheDashboard
{
    private readonly Dictionary<string, string?> environment = new()
    {
        ["DASHBOARD_PORT"] = "5000",
        ["DASHBOARD_TOKEN"] = "zero",
        ["OTLP_PORT"] = "4317",
        ["OTLP_API_KEY"] = "one",
        ["RESOURCE_SERVICE_URL"] = "http://127.0.0.1:5005",
        ["RESOURCE_SERVICE_KEY"] = "two",
    };

    [Fact]
    public void Takes_everything_from_its_environment()
    {
        var settings = Read(out var problem);

        problem.ShouldBeNull();
        settings.ShouldBe(new DashboardSettings(5000, "zero", 4317, "one", new Uri("http://127.0.0.1:5005"), "two"));
    }

    [Theory]
    [InlineData("DASHBOARD_PORT", null, "DASHBOARD_PORT is not set")]
    [InlineData("DASHBOARD_TOKEN", null, "DASHBOARD_TOKEN is not set")]
    [InlineData("OTLP_PORT", "70000", "OTLP_PORT is not a port: 70000")]
    [InlineData("OTLP_API_KEY", " ", "OTLP_API_KEY is not set")]
    [InlineData("RESOURCE_SERVICE_URL", "nowhere", "RESOURCE_SERVICE_URL is not an address: nowhere")]
    public void Is_refused_with_one_line_when_something_is_wrong(string variable, string? value, string expected)
    {
        environment[variable] = value;

        Read(out var problem).ShouldBeNull();
        problem.ShouldBe(expected);
    }

    [Fact]
    public async Task Writes_no_key_to_the_disk()
    {
        await using var dashboard = await RunningDashboard.Start();

        dashboard.Services.GetServices<IHostedService>().ShouldNotContain(service => service.GetType().Namespace!.Contains("DataProtection"));
    }

    private DashboardSettings? Read(out string? problem) =>
        DashboardSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(environment).Build(), out problem);
}
