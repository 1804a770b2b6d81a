using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.DirectoryCopy;
using SocialPolicy.Indicators.Service.Messaging;
using SocialPolicy.Indicators.Service.Targets;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStorage("indicators", typeof(Program).Assembly);
builder.AddMessaging("indicators", bus => bus.Consumes<PlanPublished, PlanPublishedConsumer>());
builder.AddApi("indicators.socialpolicy");

if (Migrator.IsAsked(args))
    return await Migrator.Run(builder);

builder.AddDirectoryCopy();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapApi();
app.MapGrpcService<TargetService>();
await app.RunAsync();
return 0;
