using Google.Protobuf;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.V1.Agency.Types;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Access;

/// <summary>
/// The Government, the province of Sơn La below it with a department, the Front and a district, and another province. A district of before has
/// ended, and the district is its only heir; a department has ended with two heirs.
/// </summary>
internal static class Places
{
    public const string Government = "acc:chinh-phu";
    public const string Committee = "acc:sl.ubnd";
    public const string Labour = "acc:sl.so-ldtbxh";
    public const string Health = "acc:sl.so-y-te";
    public const string Front = "acc:sl.mttq";
    public const string District = "acc:ms.ubnd";
    public const string DistrictBefore = "acc:ms-cu.ubnd";
    public const string Shared = "acc:sl.so-cu";
    public const string ToCome = "acc:sl.so-moi";
    public const string OtherProvince = "acc:db.ubnd";

    public static async Task KnowsThePlaces(this Registry registry)
    {
        var country = Sending.Province("acc:vn", "Việt Nam");
        country.Level = V1.Unit.Types.Level.Country;
        var (province, other) = (Sending.Province("acc:sl", "tỉnh Sơn La"), Sending.Province("acc:db", "tỉnh Điện Biên"));
        (province.ParentCode, other.ParentCode) = ("acc:vn", "acc:vn");
        var before = Sending.District("acc:ms-cu", "acc:sl", "huyện Mai Sơn Cũ");
        before.ValidTo = new() { Year = 2025, Month = 6, Day = 30 };
        before.SucceededByCodes.Add("acc:ms");
        var toCome = Sending.Agency(ToCome, "acc:sl", "Sở Mới tỉnh Sơn La");
        toCome.ValidFrom = new() { Year = 2030, Month = 1, Day = 1 };
        await registry.Directory.Import(
            [country, province, other, Sending.District("acc:ms", "acc:sl", "huyện Mai Sơn"), before],
            [
                Sending.Agency(Government, "acc:vn", "Chính phủ", Kind.PeoplesCommittee),
                Sending.Agency(Committee, "acc:sl", "Ủy ban nhân dân tỉnh Sơn La", Kind.PeoplesCommittee),
                Sending.Agency(Labour, "acc:sl", "Sở Lao động - Thương binh và Xã hội tỉnh Sơn La"),
                Sending.Agency(Health, "acc:sl", "Sở Y tế tỉnh Sơn La"),
                toCome,
                Sending.Agency(Front, "acc:sl", "Ủy ban Mặt trận Tổ quốc tỉnh Sơn La", Kind.Front),
                Sending.Agency(District, "acc:ms", "Ủy ban nhân dân huyện Mai Sơn", Kind.PeoplesCommittee),
                Ended(DistrictBefore, "acc:ms-cu", "Ủy ban nhân dân huyện Mai Sơn Cũ", Kind.PeoplesCommittee, District),
                Ended(Shared, "acc:sl", "Sở Cũ tỉnh Sơn La", Kind.Department, Labour, Health),
                Sending.Agency(OtherProvince, "acc:db", "Ủy ban nhân dân tỉnh Điện Biên", Kind.PeoplesCommittee),
            ]);
    }

    /// <summary>Sends a file as a caller.</summary>
    public static async Task<V1.Plan> TakesIn(this V1.PlanService.PlanServiceClient plans, string text, string agency = "")
    {
        using var call = plans.ImportPlan();
        await call.RequestStream.WriteAsync(new() { File = new() { FileName = "plan.txt", Agency = agency } });
        await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFromUtf8(text) });
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    /// <summary>A published plan of the committee, whose reports go through the department of labour.</summary>
    public static async Task<V1.Plan> PublishedPlan(this Registry registry)
    {
        var plan = await registry.Registrar.TakesIn(Province.Text());
        await registry.Registrar.ConfirmReadingAsync(new() { Name = plan.Name });
        return await registry.Registrar.PublishPlanAsync(new() { Name = plan.Name });
    }

    private static V1.ImportDirectoryRequest.Types.AgencyRow Ended(string code, string unit, string name, Kind kind, params string[] heirs)
    {
        var agency = Sending.Agency(code, unit, name, kind);
        agency.ValidTo = new() { Year = 2025, Month = 6, Day = 30 };
        agency.SucceededByCodes.Add(heirs);
        return agency;
    }
}
