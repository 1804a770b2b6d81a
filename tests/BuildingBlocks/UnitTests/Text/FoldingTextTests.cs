using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.BuildingBlocks.Text;

public sealed class FoldingText
{
    [Theory]
    [InlineData("Ðảng bộ", "Đảng bộ")] // U+00D0 for U+0110
    [InlineData("hoà bình", "hòa bình")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("xoá", "xóa")]
    [InlineData("Uỷ ban", "Ủy ban")]
    [InlineData("Thuý", "Thúy")]
    [InlineData("tỷ lệ", "tỉ lệ")]
    [InlineData("bác sỹ", "bác sĩ")]
    [InlineData("công ty", "công ti")]
    [InlineData("quý", "quí")]
    [InlineData("UBND  các\u00A0xã \n", "ubnd các xã")]
    [InlineData("giai đoạn 2021–2025", "giai đoạn 2021-2025")]
    public void Makes_spellings_of_one_word_equal(string left, string right) => TextFolding.Same(left, right).ShouldBeTrue();

    [Theory]
    [InlineData("của", "cùa")]
    [InlineData("huy", "hui")]
    [InlineData("y tế", "i tế")]
    [InlineData("dân", "đân")]
    [InlineData("thuế", "thuê")]
    [InlineData("mùa", "mua")]
    public void Keeps_different_words_apart(string left, string right) => TextFolding.Same(left, right).ShouldBeFalse();

    [Theory]
    [InlineData("Ủy ban nhân dân tỉnh Đắk Nông, khoẻ mạnh, quỹ, nguyễn, hoạt")]
    [InlineData("Kế hoạch số 43/KH-UBND")]
    public void Folds_decomposed_text_alike_and_twice_the_same(string text)
    {
        var once = TextFolding.Fold(text);

        TextFolding.Fold(text.Normalize(NormalizationForm.FormD)).ShouldBe(once);
        TextFolding.Fold(once).ShouldBe(once);
    }

    [Fact]
    public void Takes_text_that_has_no_normal_form() => TextFolding.Fold("A \uD800 b").ShouldBe("a \uD800 b");
}
