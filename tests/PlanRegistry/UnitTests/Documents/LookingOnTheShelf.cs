using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Documents;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.UnitTests.Documents;

public sealed class LookingOnTheShelf
{
    private static readonly DateTimeOffset At = new(2026, 11, 10, 2, 0, 0, TimeSpan.Zero);
    private static readonly DocumentDescription Resolution = new("42-NQ/TW", "Nghị quyết", null, null, new DocumentDate(2023, 11, 24));

    [Fact]
    public void Makes_one_stub_of_all_that_cite_the_same()
    {
        var shelf = new Shelf([], At);

        var first = shelf.Cited(Resolution with { IssuedOn = null });
        var second = shelf.Cited(Resolution);

        (second.Id, second.IsStub, second.Version, second.Said.IssuedOn).ShouldBe((first.Id, true, 1, Resolution.IssuedOn));
        shelf.Changed.ShouldBe([second]);
    }

    [Fact]
    public void Leaves_a_known_document_as_it_is()
    {
        var known = Known(Resolution);
        var shelf = new Shelf([known], At);

        shelf.Cited(Resolution with { Title = "Nghị quyết khác" }).ShouldBe(known);
        shelf.Changed.ShouldBeEmpty();
    }

    [Fact]
    public void Keeps_a_citation_that_fits_several_as_a_stub_of_its_own_once()
    {
        var shelf = new Shelf([Known(Resolution with { Issuer = "A" }), Known(Resolution with { Issuer = "B" })], At);

        var stub = shelf.Cited(Resolution);

        (stub.IsStub, stub.IsAmbiguous).ShouldBe((true, true));
        shelf.Cited(Resolution).ShouldBe(stub);
        shelf.Cited(Resolution with { Issuer = "B" }).IsAmbiguous.ShouldBeFalse();
    }

    [Fact]
    public void Prefers_the_document_of_the_day_to_one_without_a_date()
    {
        var dated = Known(Resolution);

        new Shelf([Known(Resolution with { IssuedOn = null, Issuer = "A" }), dated], At).Cited(Resolution).ShouldBe(dated);
    }

    [Fact]
    public void Finds_what_a_merged_stub_stands_for_by_the_same_words_through_any_number_of_merges()
    {
        var meant = Known(Resolution with { Issuer = "A" });
        var middle = new Document(Guid.CreateVersion7(At), 2, Resolution with { Title = "x" }, IsStub: true) { MergedInto = meant.Id };
        var stub = new Document(Guid.CreateVersion7(At), 2, Resolution, IsStub: true) { IsAmbiguous = true, MergedInto = middle.Id };

        new Shelf([Known(Resolution with { Issuer = "B" }), stub, middle, meant], At).Cited(Resolution).ShouldBe(meant);
    }

    [Fact]
    public void Fills_the_stub_that_a_plan_was_cited_by()
    {
        var stub = new Document(Guid.CreateVersion7(At), 3, new("43/KH-UBND", "Kế hoạch", null, null, new(2024, 2, 6), "Sơn La"), IsStub: true);
        var plan = Guid.CreateVersion7(At);

        var entered = new Shelf([stub], At).OfPlan(plan, new("43/KH-UBND", null, "Kế hoạch", "UBND tỉnh Sơn La", new(2024, 2, 6), "Sơn La"), 2030, null);

        (entered.Id, entered.IsStub, entered.PlanId, entered.Version, entered.Said.Type, entered.ValidTo)
            .ShouldBe((stub.Id, false, plan, 4, "Kế hoạch", new DateOnly(2030, 12, 31)));
    }

    [Fact]
    public void Gives_a_plan_that_fits_another_one_a_document_of_its_own()
    {
        var other = Known(Resolution) with { PlanId = Guid.CreateVersion7(At) };

        new Shelf([other], At).OfPlan(Guid.CreateVersion7(At), Resolution, null, null).Id.ShouldNotBe(other.Id);
    }

    [Theory]
    [InlineData("2030-12-31", "2031-12-31")]
    [InlineData("2026-06-30", "2026-06-30")]
    [InlineData("", "2031-12-31")]
    public void Lets_the_end_of_a_plan_follow_its_period_unless_a_person_set_another_day(string known, string expected)
    {
        var plan = Guid.CreateVersion7(At);
        var document = Known(Resolution) with { PlanId = plan, ValidTo = known.Length > 0 ? DateOnly.Parse(known, null) : null };

        new Shelf([document], At).OfPlan(plan, Resolution, 2031, null).ValidTo.ShouldBe(DateOnly.Parse(expected, null));
    }

    [Fact]
    public void Changes_nothing_when_a_plan_enters_again()
    {
        var plan = Guid.CreateVersion7(At);
        var shelf = new Shelf([Known(Resolution) with { PlanId = plan }], At);

        shelf.OfPlan(plan, Resolution, null, null);

        shelf.Changed.ShouldBeEmpty();
    }

    [Fact]
    public void Names_each_field_that_a_registration_contradicts()
    {
        var known = Known(Resolution with { Title = "Một" }) with { ValidTo = new(2030, 1, 1) };
        var given = Known(Resolution with { Title = "Hai", Type = "nghị quyết" }) with { ValidTo = new(2031, 1, 1) };

        var refused = Should.Throw<RuleBroken>(() => new Shelf([known], At).Registered(given, "document"));

        (refused.First.Reason, refused.First.Facts["fields"]).ShouldBe(("DOCUMENT_CONTRADICTED", "title, valid_to"));
    }

    [Fact]
    public void Refuses_to_choose_between_two_for_a_person() => Should
        .Throw<RuleBroken>(() => new Shelf([Known(Resolution with { Issuer = "A" }), Known(Resolution with { Issuer = "B" })], At).Named(Resolution, "relations[0].described"))
        .First.Reason.ShouldBe("DOCUMENT_AMBIGUOUS");

    private static Document Known(DocumentDescription said) => new(Guid.CreateVersion7(At), 1, said, IsStub: false);
}
