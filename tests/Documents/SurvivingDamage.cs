using System.Globalization;
using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Samples;

namespace SocialPolicy.Documents;

public sealed class SurvivingDamage
{
    private const int Seed = 20240206;

    private static int Cases => Environment.GetEnvironmentVariable("SPP_TEST_FULL") == "1" ? 5_000 : 300;

    public static TheoryData<string> Formats => [.. Files.Keys];

    private static Dictionary<string, byte[]> Files => new()
    {
        ["text"] = Encoding.UTF8.GetBytes(SamplePlan.Text),
        ["wide text"] = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(SamplePlan.Text)],
        ["page"] = SamplePlan.AsPage(),
        ["word"] = SamplePlan.AsWord(),
        ["pdf"] = PdfFile.Of("KE HOACH\nMuc tieu 35%", "Nhiem vu"),
        ["compound"] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]],
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Ends_in_a_text_or_in_the_refusal_of_a_rule(string format)
    {
        var whole = Files[format];
        for (var i = 0; i < Cases; i++)
        {
            var damaged = Damage(whole, new Random(Seed + i));
            try
            {
                (await Refusing.Read(damaged)).ShouldNotBeNullOrWhiteSpace();
            }
            catch (RuleBroken)
            {
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Case {i.ToString(CultureInfo.InvariantCulture)} of {format} failed.", failure);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Ends_so_wherever_the_file_was_cut_off(string format)
    {
        var whole = Files[format];
        for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 50))
        {
            try
            {
                await Refusing.Read(whole[..length]);
            }
            catch (RuleBroken)
            {
            }
        }
    }

    // Behind the archive's checks and in valid UTF-8, where random bytes hardly ever come.
    [Theory]
    [InlineData("word")]
    [InlineData("page")]
    public async Task Ends_so_when_only_its_markup_is_damaged(string format)
    {
        var markup = format == "word" ? SamplePlan.WordBody : Encoding.UTF8.GetString(SamplePlan.AsPage());
        for (var i = 0; i < Cases; i++)
        {
            var random = new Random(Seed + i);
            var damaged = Encoding.UTF8.GetString(Damage(Encoding.UTF8.GetBytes(markup), random));
            try
            {
                await Refusing.Read(format == "word" ? WordFile.Of(damaged) : Encoding.UTF8.GetBytes(damaged.Replace("\0", "", StringComparison.Ordinal)));
            }
            catch (RuleBroken)
            {
            }
        }
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var left = random.Next(1, 8); left > 0 && bytes.Count > 0; left--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 64), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Range(0, length).Select(_ => (byte)random.Next(256)));
                    break;
            }
        }

        return [.. bytes];
    }
}
