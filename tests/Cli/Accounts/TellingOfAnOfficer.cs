using System.Text.Json;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.Cli.Accounts;

namespace SocialPolicy.Cli.UnitTests.Accounts;

public sealed class TellingOfAnOfficer
{
    private static readonly HashedSecret Hashed = new(1, "c2FsdA==", "aGFzaA==");
    private static readonly Officer Officer = new("nguyen.van.a", Hashed, ["approver", "viewer"], "spp:sl.so-y-te", ["spp:sl.so-xay-dung"]);

    [Theory]
    [InlineData(false, false, null, 0, "password")]
    [InlineData(false, true, null, 0, "password, must change the password")]
    [InlineData(false, false, 10, 0, "password, second factor (10 recovery codes)")]
    [InlineData(false, true, 1, 99, "password, second factor (1 recovery code), must change the password")]
    [InlineData(false, false, 0, 100, "password, second factor (blocked, 0 recovery codes)")]
    [InlineData(true, true, 10, 0, "disabled")]
    public void Says_how_the_officer_signs_in(bool disabled, bool mustChange, int? codes, int misses, string said) =>
        Sheet(disabled, mustChange, codes, misses).Cells.ShouldBe(["nguyen.van.a", "approver, viewer", "spp:sl.so-y-te", "spp:sl.so-xay-dung", said]);

    [Fact]
    public void Tells_programs_no_secret()
    {
        var told = JsonSerializer.Serialize(Sheet(false, true, 2, 0).ForPrograms);

        told.ShouldContain("\"must_change\":true");
        told.ShouldContain("\"recovery_codes\":2");
        told.ShouldNotContain("JBSWY3DPEHPK3PXP");
        told.ShouldNotContain(Hashed.Hash);
    }

    private static OfficerSheet Sheet(bool disabled, bool mustChange, int? codes, int misses) => new(
        Officer with { Disabled = disabled, MustChange = mustChange },
        codes is { } count ? new(Officer.Name, "JBSWY3DPEHPK3PXP", new(2026, 11, 10, 0, 0, 0, TimeSpan.Zero), 0, [.. Enumerable.Repeat(Hashed, count)], misses) : null);
}
