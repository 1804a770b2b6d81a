using SocialPolicy.Indicators.Domain.Catalogue;

namespace SocialPolicy.Indicators.UnitTests.Catalogue;

public sealed class DefiningAnIndicator
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly DateOnly Break = new(2027, 1, 1);
    private static readonly Definition First = new(1, null, false, "Chuẩn cũ", "hộ nghèo", "hộ", "Sở", "năm", "", false, "Lần đầu", "officer", Now);

    [Fact]
    public void Adds_a_version_from_a_day_on()
    {
        var versions = Definition.Add([First], First with { ValidFrom = Break, BreaksSeries = true, Text = "Chuẩn mới" });

        versions.Select(version => (version.Number, version.ValidFrom, version.Text)).ShouldBe([(1, null, "Chuẩn cũ"), (2, Break, "Chuẩn mới")]);
    }

    [Fact]
    public void Corrects_the_version_of_the_same_day()
    {
        var second = First with { ValidFrom = Break, Text = "Chuẩn mới" };
        var versions = Definition.Add(Definition.Add([First], second), second with { Text = "Chuẩn mới, đã sửa" });

        versions.Count.ShouldBe(3);
        Definition.InForce(versions).Select(version => (version.Number, version.Text)).ShouldBe([(1, "Chuẩn cũ"), (3, "Chuẩn mới, đã sửa")]);
    }

    [Fact]
    public void Adds_nothing_that_is_said_already()
    {
        Definition.Add([First], First with { Reason = "Nói lại", Actor = "other", DefinedAt = Now.AddDays(1) }).ShouldBe([First]);
    }

    [Fact]
    public void Says_again_what_a_correction_had_taken_back()
    {
        var corrected = Definition.Add([First], First with { Text = "Sai" });

        Definition.Add(corrected, First).Select(version => version.Text).ShouldBe(["Chuẩn cũ", "Sai", "Chuẩn cũ"]);
    }
}
