using System.Text;
using Google.Protobuf;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.AppHost.Tests.FullSystem;

/// <summary>Plan documents to work with: the samples, and as many others as a test wants.</summary>
internal static class Documents
{
    private const string Sample = "van-ninh.txt";

    private static readonly Lazy<string> Text = new(() => File.ReadAllText(Repository.At($"samples/plans/{Sample}")));

    public static string Samples => Repository.At("samples/plans");

    public static string NotAPlan => "GIẤY MỜI\n\nKính mời các đồng chí dự họp giao ban tháng, 8 giờ sáng thứ Hai.\n";

    /// <summary>A plan that differs from every other: the sample under a number of its own.</summary>
    public static byte[] Another() => Encoding.UTF8.GetBytes(Text.Value.Replace("Số: /KH-UBND", $"Số: {Guid.CreateVersion7():N}/KH-UBND", StringComparison.Ordinal));

    public static async Task<Plan> Import(this PlanService.PlanServiceClient plans, byte[] document)
    {
        using var call = plans.ImportPlan(deadline: Clients.In(30));
        await call.RequestStream.WriteAsync(new() { File = new() { FileName = Sample } });
        await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(document) });
        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    /// <summary>A new plan, confirmed: ready to be published.</summary>
    public static async Task<Plan> Confirmed(this PlanService.PlanServiceClient plans)
    {
        var plan = await plans.Import(Another());
        return await plans.ConfirmReadingAsync(new() { Name = plan.Name, Etag = plan.Etag, RequestId = NewRequest() }, deadline: Clients.In(30));
    }

    public static async Task<Plan> Publish(this PlanService.PlanServiceClient plans, Plan plan) =>
        await plans.PublishPlanAsync(new() { Name = plan.Name, Etag = plan.Etag, RequestId = NewRequest() }, deadline: Clients.In(30));

    public static async Task<IReadOnlyList<Plan>> All(this PlanService.PlanServiceClient plans)
    {
        var all = new List<Plan>();
        var request = new ListPlansRequest { PageSize = 500 };
        do
        {
            var page = await plans.ListPlansAsync(request, deadline: Clients.In(30));
            all.AddRange(page.Plans);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    public static string NewRequest() => Guid.CreateVersion7().ToString();
}
