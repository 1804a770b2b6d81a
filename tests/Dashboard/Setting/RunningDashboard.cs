using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialPolicy.Dashboard.Hosting;

namespace SocialPolicy.Dashboard.FunctionalTests.Setting;

/// <summary>The dashboard on free ports before a resource host, and a browser's manners without a browser.</summary>
public sealed class RunningDashboard : IAsyncDisposable
{
    public const string OtlpKey = "key-of-the-collector";
    public const string Token = "token-of-the-operator";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication app;
    private readonly GrpcChannel channel;

    private RunningDashboard(WebApplication app, ResourceHost host)
    {
        this.app = app;
        Host = host;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        Address = new Uri(addresses[0]);
        SignIn = new Uri(Address, $"/login?t={Token}");
        OtlpAddress = new Uri(addresses[1]);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Address };
        channel = GrpcChannel.ForAddress(OtlpAddress);
    }

    public Uri Address { get; }

    /// <summary>The address that lets a browser in.</summary>
    public Uri SignIn { get; }

    public Uri OtlpAddress { get; }

    /// <summary>Signed in.</summary>
    public HttpClient Http { get; }

    public ChannelBase Otlp => channel;

    public Metadata WithKey { get; } = new() { { "x-otlp-api-key", OtlpKey } };

    internal ResourceHost Host { get; }

    internal IServiceProvider Services => app.Services;

    public static async Task<RunningDashboard> Start()
    {
        var host = await ResourceHost.Start();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.AddDashboard(new DashboardSettings(0, Token, 0, OtlpKey, host.Address, ResourceHost.Key));
        var built = builder.Build();
        built.MapDashboard();
        await built.StartAsync();
        var dashboard = new RunningDashboard(built, host);
        using var answer = await dashboard.Http.GetAsync(dashboard.SignIn);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return dashboard;
    }

    /// <summary>The page as a browser without scripts has it.</summary>
    public async Task<IDocument> Page(string path)
    {
        var html = await Http.GetStringAsync(new Uri(path, UriKind.Relative));
        return await BrowsingContext.New().OpenAsync(answer => answer.Content(html).Address(new Uri(Address, path)));
    }

    /// <summary>The page once it is as expected; fails with its text when it does not become so in time.</summary>
    public async Task<IDocument> Page(string path, Func<IDocument, bool> expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var page = await Page(path);
            if (expected(page))
                return page;
            patience.IsCancellationRequested.ShouldBeFalse($"{path} did not become as expected: {page.Body?.TextContent}");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        channel.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Host.DisposeAsync();
    }
}

/// <summary>A dashboard per test: each changes what it shows.</summary>
public abstract class WithADashboard : IAsyncLifetime
{
    protected RunningDashboard Dashboard { get; private set; } = null!;

    public async Task InitializeAsync() => Dashboard = await RunningDashboard.Start();

    public async Task DisposeAsync() => await Dashboard.DisposeAsync();

    protected static object Resource(
        string name,
        string state = "Running",
        string? health = "Healthy",
        string type = "project",
        string? parent = null,
        int? exitCode = null,
        int restarts = 0,
        string? url = null,
        string[]? waitingFor = null,
        string? error = null,
        DateTimeOffset? startedAt = null) => new
        {
            name,
            type,
            parent,
            state,
            health,
            exitCode,
            pid = 4242,
            restarts,
            startedAt = startedAt ?? TimeProvider.System.GetUtcNow().AddMinutes(-3),
            endpoints = url is null ? [] : new[] { new { name = "http", url } },
            waitingFor = waitingFor ?? [],
            error,
        };
}
