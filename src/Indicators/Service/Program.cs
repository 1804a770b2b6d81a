using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Files;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.DirectoryCopy;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Service.Catalogue;
using SocialPolicy.Indicators.Service.Figures;
using SocialPolicy.Indicators.Service.Messaging;
using SocialPolicy.Indicators.Service.Observations;
using SocialPolicy.Indicators.Service.Ratings;
using SocialPolicy.Indicators.Service.Targets;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStorage("indicators", typeof(Program).Assembly);
builder.AddMessaging("indicators", bus => bus
    .Announces<TargetsAdopted>()
    .Announces<ObservationsRecorded>()
    .Announces<TargetRated>()
    .Consumes<PlanPublished, PlanPublishedConsumer>()
    .Consumes<PlanAmended, PlanAmendedConsumer>()
    .KeepsDirectory());
builder.AddApi("indicators.socialpolicy");
builder.Services.AddSingleton(builder.Configuration.GetSection("Ratings").Get<RatingSettings>() ?? new());

if (Migrator.IsAsked(args))
    return await Migrator.Run(builder);

builder.AddDirectoryCopy();
builder.AddFileStore();
builder.Services.AddJob<KeepCatalogue>();
builder.Services.AddJob<RateTargets>();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapApi();
app.MapGrpcService<IndicatorService>();
app.MapGrpcService<TargetService>();
app.MapGrpcService<ObservationService>();
app.MapGrpcService<FigureService>();
await app.RunAsync();
return 0;
