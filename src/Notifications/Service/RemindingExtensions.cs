using SocialPolicy.BuildingBlocks.Service.Operations;
using SocialPolicy.BuildingBlocks.Service.Retention;
using SocialPolicy.Notifications.Service.Forgetting;
using SocialPolicy.Notifications.Service.Sending;
using SocialPolicy.Notifications.Service.Sweeping;
using SocialPolicy.Notifications.Service.Templates;

namespace SocialPolicy.Notifications.Service;

/// <summary>Gives the service what it reminds with.</summary>
internal static class RemindingExtensions
{
    public static IHostApplicationBuilder AddReminding(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SmtpOptions>().BindConfiguration("Smtp");
        builder.Services.AddSingleton<NoticeTexts>().AddSingleton<Sweep>().AddSingleton<Mailer>();
        builder.AddObligations();
        builder.Services.AddJob<SweepReminders>();
        builder.Services.AddJob<SendNotices>();
        builder.Services.AddRetention(ForgetAddresses.Rule).AddJob<ForgetAddresses>();
        return builder;
    }
}
