using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.DirectoryCopy.FunctionalTests.Snapshots;

/// <summary>The directory as PlanRegistry offers it: over gRPC, to services, in small pages.</summary>
internal sealed class Registry : DirectoryService.DirectoryServiceBase, IAsyncDisposable
{
    private const int PageSize = 2;

    private WebApplication? app;

    public List<Unit> Units { get; } = [];

    public List<Agency> Agencies { get; } = [];

    public long Version { get; set; } = 1;

    public ConcurrentBag<string> Callers { get; } = [];

    public async Task Start(string authority, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("Identity:Authority", authority)]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        builder.AddApi("planregistry.socialpolicy");
        builder.Services.AddSingleton(this);
        app = builder.Build();
        app.MapApi();
        app.MapGrpcService<Registry>();
        await app.StartAsync();
    }

    [AllowedTo(Role.Service)]
    public override Task<ListUnitsResponse> ListUnits(ListUnitsRequest request, ServerCallContext context)
    {
        Callers.Add(context.Caller().Subject);
        var (page, next) = Page(Units, request.PageToken);
        return Task.FromResult(new ListUnitsResponse { Units = { page }, NextPageToken = next, DirectoryVersion = Version });
    }

    [AllowedTo(Role.Service)]
    public override Task<ListAgenciesResponse> ListAgencies(ListAgenciesRequest request, ServerCallContext context)
    {
        var (page, next) = Page(Agencies, request.PageToken);
        return Task.FromResult(new ListAgenciesResponse { Agencies = { page }, NextPageToken = next, DirectoryVersion = Version });
    }

    [AllowedTo(Role.Service)]
    public override Task<Unit> GetUnit(GetUnitRequest request, ServerCallContext context) => Nothing<Unit>();

    [AllowedTo(Role.Service)]
    public override Task<Agency> GetAgency(GetAgencyRequest request, ServerCallContext context) => Nothing<Agency>();

    [AllowedTo(Role.Service)]
    public override Task<ResolvePartyResponse> ResolveParty(ResolvePartyRequest request, ServerCallContext context) => Nothing<ResolvePartyResponse>();

    [AllowedTo(Role.Service)]
    public override Task<ImportDirectoryResponse> ImportDirectory(IAsyncStreamReader<ImportDirectoryRequest> requestStream, ServerCallContext context) =>
        Nothing<ImportDirectoryResponse>();

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    private static (IEnumerable<T> Page, string Next) Page<T>(List<T> all, string token)
    {
        var start = token.Length > 0 ? int.Parse(token, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var end = start + PageSize;
        return (all.Skip(start).Take(PageSize), end < all.Count ? end.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
    }

    private static Task<T> Nothing<T>() => throw new RpcException(new(StatusCode.Unimplemented, "The copy does not ask for this."));
}
