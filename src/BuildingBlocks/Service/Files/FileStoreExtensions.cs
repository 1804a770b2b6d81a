using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SocialPolicy.BuildingBlocks.Service.Files;

/// <summary>Gives a service the store of files.</summary>
public static class FileStoreExtensions
{
    /// <summary>
    /// <see cref="IFileStore"/> in the folder <c>Files:Path</c>, made when missing; a start clears what was left unfinished there. With
    /// <c>Files:Scanner</c>, the address of ClamAV's daemon, each file is looked at before it is kept.
    /// </summary>
    public static IHostApplicationBuilder AddFileStore(this IHostApplicationBuilder builder)
    {
        var scanner = builder.Configuration["Files:Scanner"] is { Length: > 0 } written ? VirusScanner.Address(written) : null;
        builder.Services.AddSingleton<IFileStore>(provider => new FileStore(
            Folder(provider.GetRequiredService<IConfiguration>()),
            scanner is null ? null : new VirusScanner(scanner, provider.GetRequiredService<ILogger<VirusScanner>>())));
        builder.Services.AddHostedService(provider => new AbandonedUploads(
            Folder(provider.GetRequiredService<IConfiguration>()), provider.GetRequiredService<ILogger<AbandonedUploads>>()));
        return builder;
    }

    private static string Folder(IConfiguration configuration) => configuration["Files:Path"] is { Length: > 0 } path
        ? path
        : throw new InvalidOperationException("Set Files:Path: the folder for originals and attachments.");
}
