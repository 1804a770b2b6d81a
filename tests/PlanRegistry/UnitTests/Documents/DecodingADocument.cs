using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Documents;

namespace SocialPolicy.PlanRegistry.UnitTests.Documents;

public sealed class DecodingADocument
{
    [Fact]
    public void Takes_utf8() => DocumentText.Decode("Kế hoạch"u8).ShouldBe("Kế hoạch");

    [Fact]
    public void Drops_the_byte_order_mark() =>
        DocumentText.Decode([.. Encoding.UTF8.Preamble, .. "Kế hoạch"u8]).ShouldBe("Kế hoạch");

    [Fact]
    public void Takes_two_million_characters_however_many_bytes_they_have_and_no_more()
    {
        var longest = new string('ă', 2_000_000);

        DocumentText.Decode(Encoding.UTF8.GetBytes(longest)).Length.ShouldBe(2_000_000);
        Should.Throw<RuleBroken>(() => DocumentText.Decode(Encoding.UTF8.GetBytes(longest + "a"))).First.Reason.ShouldBe("DOCUMENT_TEXT_TOO_LONG");
    }

    [Theory]
    [InlineData(new byte[] { 0x4B, 0xE9 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x4B, 0x00 })]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 0, 0 })]
    public void Is_refused_for_anything_else(byte[] bytes) =>
        Should.Throw<RuleBroken>(() => DocumentText.Decode(bytes)).First.Reason.ShouldBe("DOCUMENT_NOT_TEXT");
}
