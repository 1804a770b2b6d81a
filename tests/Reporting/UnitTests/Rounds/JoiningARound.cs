using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Domain.Rounds;

namespace SocialPolicy.Reporting.UnitTests.Rounds;

public class JoiningARound
{
    private static readonly AskedAgency Health = ARound.Agency();
    private static readonly AskedAgency New = ARound.Agency();

    [Fact]
    public void Asks_who_belonged_to_it_on_the_day_it_opened() => Joining.Of(ARound.Open, [Health], Group(), []).ShouldBe([Health]);

    [Fact]
    public void Asks_whom_the_duty_names_today() => Joining.Of(ARound.Open, [Health], Named(New), [Asked(Health)]).ShouldBe([New]);

    [Fact]
    public void Asks_nobody_who_came_into_a_group_since() => Joining.Of(ARound.Open, [Health], Group(Health, New), [Asked(Health)]).ShouldBeEmpty();

    [Fact]
    public void Asks_whoever_in_a_group_took_over_from_one_that_had_not_reported() =>
        Joining.Of(ARound.Open, [], Group(New), [Asked(Health), new(New.Id, Asked: false, Answered: false, LeftBy: [Health.Id])]).ShouldBe([New]);

    [Fact]
    public void Asks_nobody_twice() => Joining.Of(ARound.Open, [Health], Named(Health), [Asked(Health)]).ShouldBeEmpty();

    [Fact]
    public void Asks_no_heir_for_what_was_answered() =>
        Joining.Of(ARound.Open, [New], Named(New), [Asked(Health), new(New.Id, Asked: false, Answered: true, LeftBy: [Health.Id])]).ShouldBeEmpty();

    [Fact]
    public void Asks_by_a_letter_only_those_it_named_and_their_heirs()
    {
        var letter = ARound.Open with { Kind = RoundKind.Opened, LetterNumber = "12/CV-SNV" };

        Joining.Of(letter, [Health], Named(New), []).ShouldBeEmpty();
        Joining.Of(letter, [], Group(New), [Asked(Health), new(New.Id, Asked: false, Answered: false, LeftBy: [Health.Id])]).ShouldBe([New]);
    }

    private static Involved Asked(AskedAgency agency) => new(agency.Id, Asked: true, Answered: false, LeftBy: []);

    private static Whom Named(AskedAgency agency) => Whom.Of([new(new Party("một cơ quan", agency.Id), [agency])], via: null, []);

    private static Whom Group(params AskedAgency[] members) =>
        Whom.Of([new(new Party("các sở", Group: new PartyGroup(Guid.CreateVersion7(), Below: false, ["department"])), members)], via: null, []);
}
