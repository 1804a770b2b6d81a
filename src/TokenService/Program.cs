using Microsoft.AspNetCore.Server.Kestrel.Core;
using SocialPolicy.TokenService;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults(HttpProtocols.Http1);
builder.AddTokens();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapTokens();
await app.RunAsync();
