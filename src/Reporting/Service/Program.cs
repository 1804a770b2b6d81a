using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.DirectoryCopy;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStorage("reporting", typeof(Program).Assembly);
builder.AddMessaging("reporting", bus => bus.KeepsDirectory());
builder.AddApi("reporting.socialpolicy");

if (Migrator.IsAsked(args))
    return await Migrator.Run(builder);

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapApi();
await app.RunAsync();
return 0;
