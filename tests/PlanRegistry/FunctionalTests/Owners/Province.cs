using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Kind = SocialPolicy.PlanRegistry.V1.Agency.Types.Kind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Owners;

/// <summary>A province with its departments, and a plan of it that says who does what; every call makes another plan.</summary>
internal static class Province
{
    public const string Committee = "own:ubnd";
    public const string Health = "own:so-y-te";
    public const string Labour = "own:so-ldtbxh";
    public const string HomeAffairs = "own:so-noi-vu";
    public const string Education = "own:so-gddt";
    public const string Ended = "own:so-cu";

    private const string Tasks = """
        1. Tăng cường tuyên truyền về chính sách xã hội

        - Tổ chức tuyên truyền đến từng thôn, bản.

        2. Nâng cao chất lượng chăm sóc sức khỏe nhân dân

        2.1. Xây dựng Đề án phát triển mạng lưới y tế cơ sở

        - Lập và trình phê duyệt Đề án.

        - Cơ quan chủ trì: Sở Y tế.

        - Cơ quan phối hợp: Sở Nội vụ.

        - Thời gian thực hiện: Trước ngày 30/6/2027.

        2.2. Tiếp tục đào tạo bác sĩ cho tuyến xã

        - Bố trí bác sĩ về trạm y tế xã.
        """;

    private const string Departments = """
        1. Sở Y tế

        - Chủ trì phát triển người tham gia bảo hiểm y tế, nâng tỷ lệ bao phủ bảo hiểm y tế; tăng số giường bệnh trên 10.000 dân.

        2. Sở Lao động - Thương binh và Xã hội

        - Chủ trì giải quyết việc làm, giảm tỷ lệ thất nghiệp khu vực thành thị, nâng tỷ lệ lao động qua đào tạo.
        """;

    public static async Task<V1.Plan> PublishedPlan(this Registry registry)
    {
        var plan = await registry.ConfirmedPlan();
        return await registry.Registrar.PublishPlanAsync(new() { Name = plan.Name });
    }

    public static async Task<V1.Plan> ConfirmedPlan(this Registry registry)
    {
        await registry.ProvinceDirectory();
        var plan = await registry.Import(Text());
        return await registry.Registrar.ConfirmReadingAsync(new() { Name = plan.Name });
    }

    public static Task<V1.ImportDirectoryResponse> ProvinceDirectory(this Registry registry)
    {
        var ended = Sending.Agency(Ended, "own:sl", "Sở Cũ tỉnh Sơn La");
        ended.ValidTo = new() { Year = 2025, Month = 2, Day = 28 };
        ended.SucceededByCodes.Add(HomeAffairs);
        return registry.Directory.Import(
            [Sending.Province("own:sl", "tỉnh Sơn La"), Sending.District("own:mai-son", "own:sl", "huyện Mai Sơn")],
            [
                Sending.Agency(Committee, "own:sl", "Ủy ban nhân dân tỉnh Sơn La", Kind.PeoplesCommittee),
                Sending.Agency(Health, "own:sl", "Sở Y tế tỉnh Sơn La"),
                Sending.Agency(Labour, "own:sl", "Sở Lao động - Thương binh và Xã hội tỉnh Sơn La"),
                Sending.Agency(HomeAffairs, "own:sl", "Sở Nội vụ tỉnh Sơn La"),
                Sending.Agency(Education, "own:sl", "Sở Giáo dục và Đào tạo tỉnh Sơn La"),
                Sending.Agency("own:mai-son.ubnd", "own:mai-son", "Ủy ban nhân dân huyện Mai Sơn", Kind.PeoplesCommittee),
                ended,
            ]);
    }

    public static async Task<string> NameOf(this Registry registry, string code) => (await registry.Directory.GetAgencyAsync(new() { Name = code })).Name;

    /// <summary>A target or task by words in it.</summary>
    public static string Target(this V1.Plan plan, string words) => plan.Targets.First(target => target.Text.Contains(words, StringComparison.Ordinal)).Name;

    public static string Task(this V1.Plan plan, string words) => plan.Tasks.First(task => task.Heading.Contains(words, StringComparison.Ordinal)).Name;

    public static string Text() => SamplePlan.Of(
        SamplePlan.NewNumber(), $"{SamplePlan.Targets}\n\n- Số giường bệnh trên 10.000 dân đạt 32 giường.", Tasks, $"{Departments}\n\n3. {SamplePlan.Reports}");
}
