using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.WebEncoders;
using SocialPolicy.Dashboard.Live;
using SocialPolicy.Dashboard.Pages;
using SocialPolicy.Dashboard.Resources;
using SocialPolicy.Dashboard.Telemetry;
using SocialPolicy.Dashboard.Telemetry.Receiving;

namespace SocialPolicy.Dashboard.Hosting;

/// <summary>Puts the rooms of the dashboard together: resources, telemetry, pages.</summary>
internal static class DashboardExtensions
{
    public static void AddDashboard(this WebApplicationBuilder builder, DashboardSettings settings)
    {
        var services = builder.Services;
        builder.ListenOn(settings);

        // A line for each request would hold the token of who signs in.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);

        services.AddSingleton<Changes>();
        services.AddSingleton<ResourceServiceClient>();
        services.AddSingleton<ResourceWatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<ResourceWatcher>());

        services.AddSingleton<TelemetryStore>();
        services.AddGrpc(grpc => grpc.Interceptors.Add<ApiKeyInterceptor>(settings.OtlpKey));

        services.AddRazorComponents();
        services.AddAntiforgery();

        // Tokens in a page need to outlive neither the process nor the page: no key is written to a disk, as the framework
        // does when it warms its key ring at the start.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        foreach (var warmUp in services.Where(service => IsOfDataProtection(service.ImplementationType) && service.ServiceType == typeof(IHostedService)).ToList())
            services.Remove(warmUp);

        // Vietnamese stays readable in the source of a page; what is dangerous in HTML is escaped all the same.
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    private static bool IsOfDataProtection(Type? implementation) =>
        implementation?.Assembly == typeof(DataProtectionServiceCollectionExtensions).Assembly;

    public static void MapDashboard(this WebApplication app)
    {
        app.KeepPortsApart();
        app.UseSecurityHeaders();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new EmbeddedFileProvider(typeof(DashboardExtensions).Assembly, "SocialPolicy.Dashboard.Assets"),
            RequestPath = "/assets",
            ContentTypeProvider = AssetVersion.ContentTypes,
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
        });
        app.RequireSignIn(app.Services.GetRequiredService<DashboardSettings>());
        app.UseRouting();
        app.UseAntiforgery();

        app.MapGrpcService<TraceReceiver>();
        app.MapGrpcService<MetricsReceiver>();
        app.MapGrpcService<LogsReceiver>();
        app.MapChanges();
        app.MapConsole();
        app.MapTelemetry();
        app.MapCommands();
        app.MapRazorComponents<App>();
    }
}
