using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events.Notifications.V1;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.DirectoryCopy;
using SocialPolicy.Notifications.Service;
using SocialPolicy.Notifications.Service.Messaging;
using SocialPolicy.Notifications.Service.Notices;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStorage("notifications", typeof(Program).Assembly);
builder.AddMessaging("notifications", bus => bus
    .Announces<NoticeDelivered>()
    .Announces<NoticeFailed>()
    .Consumes<ObligationsIssued, ObligationsIssuedConsumer>()
    .Consumes<ReportSubmitted, ReportSubmittedConsumer>()
    .Consumes<ReportReturned, ReportReturnedConsumer>()
    .Consumes<ObligationSettled, ObligationSettledConsumer>()
    .Consumes<ObligationRescheduled, ObligationRescheduledConsumer>()
    .Consumes<ObligationExempted, ObligationExemptedConsumer>()
    .KeepsDirectory());
builder.AddApi("notifications.socialpolicy");

if (Migrator.IsAsked(args))
    return await Migrator.Run(builder);

builder.AddDirectoryCopy();
builder.AddReminding();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapApi();
app.MapGrpcService<NoticeService>();
await app.RunAsync();
return 0;
