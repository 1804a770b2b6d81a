using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.Domain.Owners;

/// <summary>
/// Words in the names of agencies that point to their field of policy, the likelier first: who had the field until the departments
/// were merged in 2025, then who has it since. The directory says which of them is in force.
/// </summary>
internal static class AgencyFields
{
    private const string Labour = "Lao động Thương binh";
    private const string HomeAffairs = "Nội vụ";
    private const string Health = "Y tế";

    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["nguoi_co_cong"] = [Labour, HomeAffairs],
        ["lao_dong_viec_lam"] = [Labour, HomeAffairs],
        ["bao_hiem_xa_hoi"] = ["Bảo hiểm xã hội"],
        ["giam_ngheo"] = [Labour, "Nông nghiệp Môi trường"],
        ["tro_giup_xa_hoi"] = [Labour, Health],
        ["giao_duc"] = ["Giáo dục"],
        ["y_te"] = [Health],
        ["nha_o"] = ["Xây dựng", "Quản lý đô thị", "Kinh tế Hạ tầng"],
        ["nuoc_sach_moi_truong"] = ["Nông nghiệp Môi trường", "Nông nghiệp Phát triển nông thôn", "Tài nguyên Môi trường"],
        ["van_hoa_thong_tin"] = ["Văn hóa", "Thông tin Truyền thông"],
        ["binh_dang_gioi"] = [Labour, HomeAffairs, "Phụ nữ"],
        ["tre_em"] = [Labour, Health],
        ["phat_trien_con_nguoi"] = ["Kế hoạch Đầu tư", "Tài chính"],
    };

    /// <summary>The agencies of the issuer's unit that the field points to: those of the first words that any has.</summary>
    public static IReadOnlyList<DirectoryAgency> Of(string theme, Surroundings around)
    {
        foreach (var words in Names.GetValueOrDefault(theme, []).Select(name => $" {NameWords.Of(name)} "))
        {
            var found = around.Agencies
                .Where(agency => agency.UnitId == around.Unit.Id && agency.Kind is not (AgencyKind.PeoplesCommittee or AgencyKind.PeoplesCouncil or AgencyKind.Party))
                .Where(agency => $" {NameWords.Of(agency.Name)} ".Contains(words, StringComparison.Ordinal)).ToList();
            if (found.Count > 0)
                return found;
        }

        return [];
    }
}
