namespace SocialPolicy.PlanText;

/// <summary>Small plans around the words that a test is about.</summary>
internal static class Sketch
{
    public static Reading OfTargets(params string[] paragraphs) => PlanReader.Read($"""
        KẾ HOẠCH

        Thực hiện chính sách xã hội trên địa bàn tỉnh Lâm Hải

        UBND tỉnh Lâm Hải ban hành Kế hoạch như sau:

        I. MỤC ĐÍCH, YÊU CẦU

        Nâng cao trách nhiệm của các cấp.

        II. MỤC TIÊU

        1. Mục tiêu tổng quát

        Không ngừng nâng cao đời sống của Nhân dân.

        2. Mục tiêu cụ thể đến năm 2030

        {string.Join("\n\n", paragraphs)}

        III. NHIỆM VỤ, GIẢI PHÁP

        1. Công tác tuyên truyền

        - Đẩy mạnh tuyên truyền.
        """);

    public static Target OneTarget(string sentence)
    {
        var targets = OfTargets("- " + sentence).Targets;
        targets.Count.ShouldBe(1, string.Join(" | ", targets.Select(target => target.Text)));
        return targets[0];
    }

    public static Reading OfTasks(string tasks) => PlanReader.Read($"""
        KẾ HOẠCH

        Thực hiện công tác giảm nghèo

        I. MỤC ĐÍCH, YÊU CẦU

        Nâng cao trách nhiệm của các cấp.

        II. NHIỆM VỤ

        {tasks}

        III. TỔ CHỨC THỰC HIỆN

        1. Sở Nội vụ

        - Theo dõi việc thực hiện Kế hoạch này.
        """);

    public static Reading OfOrganisation(string organisation) => PlanReader.Read($"""
        KẾ HOẠCH

        Thực hiện công tác trẻ em

        I. MỤC ĐÍCH, YÊU CẦU

        Nâng cao trách nhiệm của các cấp.

        II. TỔ CHỨC THỰC HIỆN

        {organisation}
        """);
}
