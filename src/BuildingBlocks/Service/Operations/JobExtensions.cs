using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

/// <summary>Gives a service its recurring jobs.</summary>
public static class JobExtensions
{
    /// <summary>Adds a job to those the service runs, lists and runs on demand.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services) where TJob : class, IJob =>
        services.AddSingleton<IJob, TJob>();

    internal static void AddJobs(this IServiceCollection services)
    {
        services.TryAddSingleton<JobLedger>();
        services.TryAddSingleton<JobRunner>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<JobRunner>());
    }
}
