using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Data;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(2);

    private readonly Assembly appHost;
    private readonly HostApplicationBuilder inner;
    private readonly List<IResource> resources = [];

    public DistributedApplicationBuilder(string[] args, Assembly? appHost)
    {
        this.appHost = appHost ?? Assembly.GetEntryAssembly()!;
        var directory = AppHostMetadata.DirectoryOf(this.appHost) ?? AppContext.BaseDirectory;
        var environment = System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Development;
        inner = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = directory,
            EnvironmentName = environment,
            ApplicationName = this.appHost.GetName().Name,
        });
        Configuration
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{environment}.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(args);
        Data = new DataFolder(Configuration["SPP_DATA"] is { Length: > 0 } path ? path : Path.Combine(RepositoryRoot(directory), ".data"));
        Configuration["SPP_DATA"] = Data.Root;
    }

    public ConfigurationManager Configuration => inner.Configuration;

    public IHostEnvironment Environment => inner.Environment;

    public IServiceCollection Services => inner.Services;

    public IList<IResource> Resources => resources;

    internal DataFolder Data { get; }

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        if (resources.Exists(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
            throw new InvalidOperationException($"There is already a resource '{resource.Name}'.");
        resources.Add(resource);
        return new ResourceBuilder<T>(this, resource);
    }

    public DistributedApplication Build()
    {
        var port = FreePort.Next();
        var dashboard = AddDashboard($"http://127.0.0.1:{port}");
        Dependencies.MustNotBeCircular(resources);
        inner.Services.Configure<HostOptions>(options => options.ShutdownTimeout = LongestStop);
        inner.Services.AddSingleton(TimeProvider.System);
        inner.Services.AddSingleton(Data);
        inner.Services.AddSingleton(new DistributedApplicationModel(resources, dashboard, Environment.EnvironmentName, port));
        inner.Services.AddSingleton<Orchestrator>();
        inner.Services.AddHostedService(services => services.GetRequiredService<Orchestrator>());
        return new DistributedApplication(inner.Build());
    }

    // As in Aspire, the dashboard is there without being mentioned, if the AppHost's project refers to it.
    private ProjectResource? AddDashboard(string resourceService)
    {
        if (AppHostMetadata.DashboardOf(appHost) is not { } assembly)
            return null;
        var dynamic = string.Equals(Configuration["SPP_PORTS"], "dynamic", StringComparison.Ordinal);
        return AddResource(new ProjectResource("dashboard"))
            .WithAnnotation(new ProjectOutputAnnotation(assembly, assembly))
            .WithHttpEndpoint(port: dynamic ? null : Configuration.GetValue<int?>("Ports:dashboard"), name: "http", env: "DASHBOARD_PORT")
            .WithHttpEndpoint(name: "otlp", env: "OTLP_PORT")
            .WithEnvironment("RESOURCE_SERVICE_URL", resourceService)
            .WithEnvironment(context =>
            {
                context.EnvironmentVariables["DASHBOARD_TOKEN"] = Data.Secrets.GetOrCreate(DistributedApplicationModel.DashboardToken);
                context.EnvironmentVariables["RESOURCE_SERVICE_KEY"] = Data.Secrets.GetOrCreate(DistributedApplicationModel.ResourceServiceKey);
                context.EnvironmentVariables["OTLP_API_KEY"] = Data.Secrets.GetOrCreate(DistributedApplicationModel.OtlpKey);
            })
            .Resource;
    }

    private static string RepositoryRoot(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
            if (folder.EnumerateFiles("*.sln").Any())
                return folder.FullName;
        return directory;
    }

    private sealed record ResourceBuilder<T>(IDistributedApplicationBuilder ApplicationBuilder, T Resource) : IResourceBuilder<T>
        where T : IResource
    {
        public IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation)
            where TAnnotation : IResourceAnnotation
        {
            Resource.Annotations.Add(annotation);
            return this;
        }
    }
}
