using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Files;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Documents;
using SocialPolicy.PlanRegistry.Service.Amendments;
using SocialPolicy.PlanRegistry.Service.Assignments;
using SocialPolicy.PlanRegistry.Service.Alignment;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Documents;
using SocialPolicy.PlanRegistry.Service.Plans;
using SocialPolicy.PlanRegistry.Service.Successions;
using SocialPolicy.PlanRegistry.Service.Search;
using SocialPolicy.PlanRegistry.Service.Matters;
using SocialPolicy.PlanRegistry.Service.Owners;
using SocialPolicy.PlanRegistry.Service.Tasks;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStorage("planregistry", typeof(Program).Assembly);
builder.AddMessaging("planregistry", bus => bus
    .Announces<PlanPublished>().Announces<PlanAmended>().Announces<UnitsChanged>().Announces<AgenciesChanged>()
    .Announces<UnitSucceeded>().Announces<AgencySucceeded>().Announces<TaskAssessed>().Announces<MatterRaised>()
    .Announces<MatterClosed>().Announces<OwnersAssigned>());
builder.AddApi("planregistry.socialpolicy");

if (Migrator.IsAsked(args))
    return await Migrator.Run(builder);

builder.AddFileStore();
builder.Services.AddSingleton(new DocumentReader(builder.Configuration.GetSection("Pdf").Get<PdfOptions>() ?? new())).AddSingleton<Readings>().AddSingleton(_ => new PublishedPlans());
builder.Services.AddJob<AmendPlans>().AddJob<TellOfAssignments>().AddJob<EnterPlans>();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapApi();
app.MapGrpcService<PlanService>();
app.MapGrpcService<AmendmentService>();
app.MapGrpcService<DirectoryService>();
app.MapGrpcService<SuccessionService>();
app.MapGrpcService<AssignmentService>();
app.MapGrpcService<DocumentService>();
app.MapGrpcService<AlignmentService>();
app.MapGrpcService<SearchService>();
app.MapGrpcService<OwnerService>();
app.MapGrpcService<TaskService>();
app.MapGrpcService<MatterService>();
await app.RunAsync();
return 0;
