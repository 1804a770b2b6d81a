using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.Tokens;

namespace SocialPolicy.TokenService.FunctionalTests;

/// <summary>A program that signs an officer in, and the officer's browser: cookies, forms, no redirects that are not looked at.</summary>
/// <param name="host">Where officers sign in.</param>
/// <param name="trust">How certificates are judged; null: as the system does.</param>
internal sealed partial class Browser(TokenHost host, X509ChainPolicy? trust = null) : IDisposable
{
    public const string Client = "spp-cli";
    public const string ReturnTo = "http://127.0.0.1:49152/callback";

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new(), SslOptions = { CertificateChainPolicy = trust } }) { BaseAddress = new(host.Address) };

    public string Verifier { get; } = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    public string Challenge => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public Dictionary<string, string> Request => new()
    {
        ["response_type"] = "code",
        ["client_id"] = Client,
        ["redirect_uri"] = ReturnTo,
        ["scope"] = "openid offline_access",
        ["state"] = "a state",
        ["nonce"] = "a nonce",
        ["code_challenge"] = Challenge,
        ["code_challenge_method"] = "S256",
    };

    public Task<HttpResponseMessage> Open(Dictionary<string, string> request) =>
        http.GetAsync("authorize?" + string.Join('&', request.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")));

    public Task<HttpResponseMessage> Get(string address) => http.GetAsync(address);

    /// <summary>Opens the page, fills it in and sends it.</summary>
    public async Task<HttpResponseMessage> SignIn(string name, string password, Dictionary<string, string>? request = null)
    {
        using var page = await Open(request ?? Request);
        page.StatusCode.ShouldBe(HttpStatusCode.OK, await page.Content.ReadAsStringAsync());
        return await Send(Fields(await page.Content.ReadAsStringAsync()), name, password);
    }

    public Task<HttpResponseMessage> Send(Dictionary<string, string> fields, string name, string password)
    {
        fields["username"] = name;
        fields["password"] = password;
        return http.PostAsync("authorize", new FormUrlEncodedContent(fields));
    }

    /// <summary>Sends what a page asks for, with what it carries, to where its form says.</summary>
    public async Task<HttpResponseMessage> Answer(HttpResponseMessage page, params (string Name, string Value)[] typed)
    {
        var content = await page.Content.ReadAsStringAsync();
        var fields = Fields(content);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return await http.PostAsync(Action().Match(content).Groups["action"].Value, new FormUrlEncodedContent(fields));
    }

    public static async Task<string> Text(HttpResponseMessage page) => WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());

    public static Dictionary<string, string> Fields(string page) => Hidden().Matches(page)
        .ToDictionary(match => WebUtility.HtmlDecode(match.Groups["name"].Value), match => WebUtility.HtmlDecode(match.Groups["value"].Value));

    /// <summary>What stands behind the address the browser is sent back to.</summary>
    public static Dictionary<string, string> Returned(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.GetLeftPart(UriPartial.Path).ShouldBe(ReturnTo);
        return response.Headers.Location.Query[1..].Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')));
    }

    /// <summary>From a code the browser was sent back with to tokens.</summary>
    public async Task<JsonElement> Redeemed(HttpResponseMessage back) => await Granted(await Redeem(Returned(back)["code"]));

    public async Task<string> Code(string name, string password)
    {
        using var response = await SignIn(name, password);
        return Returned(response)["code"];
    }

    public Task<HttpResponseMessage> Redeem(string code, string? verifier = null, string returnTo = ReturnTo, string client = Client) => host.Post(
        ("grant_type", "authorization_code"), ("client_id", client), ("code", code), ("redirect_uri", returnTo), ("code_verifier", verifier ?? Verifier));

    public Task<HttpResponseMessage> Renew(string refreshToken) =>
        host.Post(("grant_type", "refresh_token"), ("client_id", Client), ("refresh_token", refreshToken));

    public async Task<JsonElement> Tokens(string name, string password) => await Granted(await Redeem(await Code(name, password)));

    public static async Task<JsonElement> Granted(HttpResponseMessage response)
    {
        var content = await response.Content.ReadFromJsonAsync<JsonElement>();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, content.ToString());
        return content;
    }

    public static async Task IsRefused(HttpResponseMessage response, string error = "invalid_grant")
    {
        var content = await response.Content.ReadFromJsonAsync<JsonElement>();
        content.GetProperty("error").GetString().ShouldBe(error);
        content.TryGetProperty("access_token", out _).ShouldBeFalse();
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\">", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Hidden();
}
