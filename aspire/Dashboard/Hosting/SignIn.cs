using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace SocialPolicy.Dashboard.Hosting;

/// <summary>
/// Who opens the address with the token is signed in for as long as the browser runs; nobody else sees a page or presses a
/// button. Loopback alone would let in every user of the machine.
/// </summary>
internal static class SignIn
{
    /// <summary>Where the token is shown, as <c>/login?t=...</c>.</summary>
    public const string Path = "/login";

    private const string Page = "/sign-in";

    public static void RequireSignIn(this WebApplication app, DashboardSettings settings)
    {
        // What the browser keeps is not the token, and is worth nothing when the token changes.
        var pass = WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.Token), "signed in to the dashboard"u8));
        app.Use((context, next) =>
        {
            if (context.IsTelemetry() || IsSame(context.Request.Cookies[Cookie(context)], pass))
                return next(context);
            if (context.Request.Path == Path && IsSame(context.Request.Query["t"], settings.Token))
                return LetIn(context, pass);

            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Request.Method = HttpMethods.Get;
            context.Request.Path = Page;
            return next(context);
        });
        app.MapGet(Path, () => Results.Redirect("/"));
    }

    private static Task LetIn(HttpContext context, string pass)
    {
        context.Response.Cookies.Append(Cookie(context), pass, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        context.Response.Redirect("/");
        return Task.CompletedTask;
    }

    // A browser does not tell ports apart, but one machine may have two installations.
    private static string Cookie(HttpContext context) => $"spp-dashboard-{context.Connection.LocalPort}";

    private static bool IsSame(string? shown, string secret) =>
        shown is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(secret));
}
