using System.Runtime.InteropServices;
using SocialPolicy.Probe;

// A service that does as it is told: PROBE_EXIT ends it at once with that code, PROBE_DEAF makes it ignore SIGTERM.
// GET /environment/NAME shows a variable, POST /exit/CODE ends it.
var exit = Environment.GetEnvironmentVariable("PROBE_EXIT");
if (exit is { Length: > 0 })
{
    Console.Error.WriteLine($"told to end with {exit}");
    return int.Parse(exit, System.Globalization.CultureInfo.InvariantCulture);
}

if (args is ["migrate"])
{
    Console.WriteLine("migrated");
    return 0;
}

var deaf = Environment.GetEnvironmentVariable("PROBE_DEAF") is { Length: > 0 };
using var term = deaf ? PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true) : null;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls([.. ((string[])["HTTP_PORT", "HEALTH_PORT"])
    .Select(Environment.GetEnvironmentVariable)
    .OfType<string>()
    .Select(port => $"http://127.0.0.1:{port}")]);
if (deaf)
    builder.Services.AddSingleton<IHostLifetime, DeafLifetime>();
var app = builder.Build();
app.MapGet("/health", () => "healthy");
app.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name));
app.MapPost("/exit/{code:int}", (int code) => Environment.Exit(code));
await app.RunAsync();
return 0;
