using SocialPolicy.Dashboard.Hosting;

var builder = WebApplication.CreateSlimBuilder(args);
if (DashboardSettings.Read(builder.Configuration, out var missing) is not { } settings)
{
    await Console.Error.WriteLineAsync($"The dashboard cannot start: {missing}");
    return 2;
}

builder.AddDashboard(settings);

var app = builder.Build();
app.MapDashboard();
await app.RunAsync();
return 0;
