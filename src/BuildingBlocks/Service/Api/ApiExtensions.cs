using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SocialPolicy.BuildingBlocks.Service.Api.Health;
using SocialPolicy.BuildingBlocks.Service.Api.Reflection;
using SocialPolicy.BuildingBlocks.Service.Audit;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Errors;
using SocialPolicy.BuildingBlocks.Service.Limits;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Api;

/// <summary>What makes a service's RPCs part of the platform: callers, policies, errors, deadlines, health, reflection.</summary>
public static class ApiExtensions
{
    /// <summary>Adds gRPC and everything around it. Needs <c>Identity:Authority</c>.</summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="domain">The domain of its errors, such as <c>planregistry.socialpolicy</c>.</param>
    public static TBuilder AddApi<TBuilder>(this TBuilder builder, string domain)
        where TBuilder : IHostApplicationBuilder
    {
        var services = builder.Services;
        services.AddOptions<ApiOptions>().Configure(api => api.Domain = domain);
        services.AddSingleton<MappedRpcs>().AddSingleton<Deadlines>().AddSingleton<UnreadableMessages>().AddSingleton<HealthReports>().AddSingleton<DescriptorIndex>();
        services.AddCallers();
        services.AddOptions<LimitOptions>().BindConfiguration("Limits");
        services.AddSingleton<CallerLimits>();
        services.AddServerEngine();
        return builder;
    }

    /// <summary>Maps health, reflection and, for a service with storage, operations and audit, and bounds the deadlines of everything mapped before or after.</summary>
    public static WebApplication MapApi(this WebApplication app)
    {
        app.Services.GetRequiredService<MappedRpcs>().ReadFrom(app);
        app.Use(app.Services.GetRequiredService<UnreadableMessages>().Name);
        app.Use(app.Services.GetRequiredService<Deadlines>().Bound);
        app.MapGrpcService<HealthService>();
        app.MapGrpcService<ReflectionService>();
        if (app.Services.GetService<StorageSettings>() is not null)
        {
            app.MapGrpcService<OperationsService>();
            app.MapGrpcService<AuditService>();
        }

        return app;
    }

    private static void AddCallers(this IServiceCollection services)
    {
        services.AddOptions<IdentityOptions>().BindConfiguration("Identity").ValidateOnStart();
        services.AddSingleton<IValidateOptions<IdentityOptions>, IdentityOptions.Validator>();
        services.AddHttpClient(IssuerKeys.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(5));
        services.AddSingleton<IssuerKeys>().AddSingleton<CallerTokens>().AddSingleton<ServiceCertificates>();
        services.AddHostedService<EveryRpcHasAPolicy>();
        services.AddHealthChecks().AddCheck<IssuerKeysCheck>("identity");
    }

    // The order of the interceptors is the order of a call: errors see what the policies throw.
    private static void AddServerEngine(this IServiceCollection services)
    {
        services.AddSingleton<ErrorsInterceptor>().AddSingleton<CallersInterceptor>().AddSingleton<LimitsInterceptor>().AddSingleton<CompressionInterceptor>();
        services.AddGrpc(grpc =>
        {
            grpc.EnableDetailedErrors = false;
            grpc.ResponseCompressionAlgorithm = "gzip";
            grpc.ResponseCompressionLevel = CompressionLevel.Fastest;
            grpc.Interceptors.Add<ErrorsInterceptor>();
            grpc.Interceptors.Add<CallersInterceptor>();
            grpc.Interceptors.Add<LimitsInterceptor>();
            grpc.Interceptors.Add<CompressionInterceptor>();
        });
        services.AddOptions<Grpc.AspNetCore.Server.GrpcServiceOptions>()
            .Configure<IOptions<ApiOptions>>((grpc, api) => grpc.MaxReceiveMessageSize = api.Value.LargestMessage);
    }
}
