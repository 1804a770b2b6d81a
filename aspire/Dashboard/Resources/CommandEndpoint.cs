using Microsoft.AspNetCore.Antiforgery;

namespace SocialPolicy.Dashboard.Resources;

/// <summary><c>POST /resources/{name}/commands/{command}</c> from a form of the resource's page, which is where it leads back to.</summary>
internal static class CommandEndpoint
{
    public static readonly IReadOnlyList<string> Commands = ["restart", "stop", "start"];

    public static void MapCommands(this WebApplication app) =>
        app.MapPost("/resources/{name}/commands/{command}", Send);

    private static async Task<IResult> Send(
        string name,
        string command,
        HttpContext context,
        IAntiforgery antiforgery,
        ResourceWatcher resources,
        ResourceServiceClient host,
        CancellationToken cancellation)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest("The form is out of date. Load the page again.");
        if (!Commands.Contains(command) || resources.Current.Find(name) is null)
            return TypedResults.NotFound();

        var outcome = await IsDone(host, name, command, cancellation) ? "done" : "refused";
        context.Response.Headers.Location = $"/resources/{Uri.EscapeDataString(name)}?{outcome}={command}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<bool> IsDone(ResourceServiceClient host, string name, string command, CancellationToken cancellation)
    {
        try
        {
            return await host.Send(name, command, cancellation);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
