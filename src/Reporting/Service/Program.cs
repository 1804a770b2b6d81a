using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.DirectoryCopy;
using SocialPolicy.Reporting.Service.Consolidations;
using SocialPolicy.Reporting.Service.Duties;
using SocialPolicy.Reporting.Service.Messaging;
using SocialPolicy.Reporting.Service.Obligations;
using SocialPolicy.Reporting.Service.Reports;
using SocialPolicy.Reporting.Service.Rounds;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStorage("reporting", typeof(Program).Assembly);
builder.AddMessaging("reporting", bus => bus
    .KeepsDirectory()
    .Consumes<PlanPublished, PlanPublishedConsumer>().Consumes<PlanAmended, PlanAmendedConsumer>()
    .Announces<RoundOpened>().Announces<ObligationsIssued>().Announces<ObligationRescheduled>().Announces<ObligationExempted>().Announces<ObligationOverdue>().Announces<ObligationSettled>()
    .Announces<ReportSubmitted>().Announces<ReportReturned>().Announces<ReportAccepted>().Announces<ReportConsolidated>());
builder.AddApi("reporting.socialpolicy");

if (Migrator.IsAsked(args))
    return await Migrator.Run(builder);

builder.AddDirectoryCopy();
builder.AddScorecards();
builder.AddApproval();
builder.Services.AddJob<OpenRounds>().AddJob<FollowDirectory>().AddJob<FollowSuccessions>().AddJob<MarkOverdue>();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapApi();
app.MapGrpcService<DutyService>();
app.MapGrpcService<RoundService>();
app.MapGrpcService<ObligationService>();
app.MapGrpcService<ReportService>();
app.MapGrpcService<ConsolidationService>();
await app.RunAsync();
return 0;
