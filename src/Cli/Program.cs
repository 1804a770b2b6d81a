using System.CommandLine;
using SocialPolicy.Cli;
using SocialPolicy.Cli.Accounts;
using SocialPolicy.Cli.Amendments;
using SocialPolicy.Cli.Audit;
using SocialPolicy.Cli.Directory;
using SocialPolicy.Cli.Documents;
using SocialPolicy.Cli.Indicators;
using SocialPolicy.Cli.Keeping;
using SocialPolicy.Cli.Matters;
using SocialPolicy.Cli.Notices;
using SocialPolicy.Cli.Operations;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Owners;
using SocialPolicy.Cli.Plans;
using SocialPolicy.Cli.Reporting;
using SocialPolicy.Cli.Search;
using SocialPolicy.Cli.Status;
using SocialPolicy.Cli.Story;
using SocialPolicy.Cli.Successions;
using SocialPolicy.Cli.Tasks;

var root = new RootCommand("SocialPolicyPlatform: what an officer or a scheduled job runs.")
{
    DirectoryCommands.All(),
    SuccessionCommands.All(),
    PlanCommands.All(),
    AmendmentCommands.All(),
    DocumentCommands.All(),
    SearchCommand.Create(),
    OwnerCommands.All(),
    TaskCommands.All(),
    MatterCommands.All(),
    TargetCommands.All(),
    IndicatorCommands.All(),
    ObserveCommand.Create(),
    ScorecardCommand.Create(),
    DutyCommands.All(),
    RoundCommands.All(),
    ObligationCommands.All(),
    ReportCommands.All(),
    ConsolidateCommand.Create(),
    InboxCommands.All(),
    NoticeCommands.All(),
    DeliveryCommands.All(),
    OperationsCommands.DeadLetters(),
    OperationsCommands.Outbox(),
    OperationsCommands.Jobs(),
    RetentionCommand.Create(),
    AuditCommands.All(),
    AdministratorCommands.All(),
    OfficerCommands.All(),
    SignInCommands.In(),
    SignInCommands.Out(),
    BackupCommands.All(),
    RestoreCommand.Create(),
    StatusCommand.Create(),
    StoryCommand.Create(),
    TokenCommand.Create(),
};
Options.AddTo(root);

var parsed = root.Parse(args);
return parsed.Errors.Count > 0 ? await parsed.InvokeAsync() is 0 ? Exit.Ok : Exit.Usage : await parsed.InvokeAsync();
