using Microsoft.AspNetCore.Server.Kestrel.Core;
using SocialPolicy.Backups.Daily;

if (BackupRole.IsAsked(args))
    return await BackupRole.Make();

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults(HttpProtocols.Http1);
builder.AddDailyBackups();

var app = builder.Build();
app.MapDefaultEndpoints();
await app.RunAsync();
return 0;
