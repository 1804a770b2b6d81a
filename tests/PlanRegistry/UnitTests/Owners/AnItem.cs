using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Owners;

internal static class AnItem
{
    public static readonly Guid Health = Guid.CreateVersion7();
    public static readonly Guid Labour = Guid.CreateVersion7();

    public static OwnableItem Target(string text = "Tỷ lệ bao phủ bảo hiểm y tế", string? theme = "y_te", bool vision = false) =>
        new(Guid.CreateVersion7(), OwnableKind.Target, "", text, text, theme, null, vision, new TextSpan(0, 9));

    public static OwnableItem Task(string numbering, OwnableItem? parent = null, string? theme = null) =>
        new(Guid.CreateVersion7(), OwnableKind.Task, numbering, "Nhiệm vụ", "Nhiệm vụ", theme, parent?.Id, false, new TextSpan(0, 9));

    public static OwnerAssignment Assigned(OwnableItem item, int act, DateOnly from, Guid? lead, params Guid[] coordinating) =>
        new(item.Id, act, from, new(lead, coordinating), "officer", Plans.APlan.Now, null);

    public static AssignmentIntent Intent(Guid? lead, params OwnableItem[] items) => new("assignments[0]", [.. items.Select(item => item.Id)], "", null, false, new(lead, []), false);
}
