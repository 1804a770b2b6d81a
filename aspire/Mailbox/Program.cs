using Microsoft.AspNetCore.Server.Kestrel.Core;
using SocialPolicy.Mailbox;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults(HttpProtocols.Http1);
builder.Services.AddOptions<MailboxOptions>().BindConfiguration("Mailbox");
builder.Services.AddHostedService<KeptMails>();

var app = builder.Build();
app.MapDefaultEndpoints();
await app.RunAsync();
