using SocialPolicy.Cli.Tasks;

namespace SocialPolicy.Cli.UnitTests.Tasks;

public sealed class CountingWhatWasDone
{
    [Theory]
    [InlineData("lớp tập huấn=12", "lớp tập huấn", 12)]
    [InlineData("tỷ lệ a=b=0", "tỷ lệ a=b", 0)]
    public void Takes_a_name_and_a_number(string said, string name, long value) => AssessTask.Count(said).ShouldBe((name, value));

    [Theory]
    [InlineData("lớp")]
    [InlineData("=3")]
    [InlineData("lớp=ba")]
    [InlineData("lớp=-1")]
    public void Is_refused_for_anything_else(string said) => Should.Throw<IOException>(() => AssessTask.Count(said)).Message.ShouldContain("NAME=NUMBER");
}
