using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Domain.Rounds;

namespace SocialPolicy.Reporting.UnitTests.Rounds;

public class FindingWhomADutyMeans
{
    private static readonly AskedAgency Focal = new(Guid.CreateVersion7(), Requested: false);
    private static readonly AskedAgency Committee = new(Guid.CreateVersion7(), Requested: false);
    private static readonly AskedAgency Health = new(Guid.CreateVersion7(), Requested: false);
    private static readonly AskedAgency Front = new(Guid.CreateVersion7(), Requested: true);

    [Fact]
    public void Takes_the_focal_agency_for_the_receiver() =>
        Whom.Of([One(Health)], One(Focal), [One(Committee)]).ShouldSatisfyAllConditions(
            whom => whom.Receiver.ShouldBe(Focal.Id),
            whom => whom.Findings.ShouldBeEmpty());

    [Fact]
    public void Takes_the_first_known_addressee_when_nothing_is_said_of_a_focal_agency() =>
        Whom.Of([One(Health)], via: null, [Nobody(), One(Committee)]).ShouldSatisfyAllConditions(
            whom => whom.Receiver.ShouldBe(Committee.Id),
            whom => whom.Findings.ShouldBeEmpty());

    [Fact]
    public void Says_that_the_focal_agency_is_unknown_and_takes_the_addressee() =>
        Whom.Of([One(Health)], Nobody(), [One(Committee)]).ShouldSatisfyAllConditions(
            whom => whom.Receiver.ShouldBe(Committee.Id),
            whom => whom.Findings.ShouldBe([Findings.ViaUnknown]));

    [Fact]
    public void Guesses_no_receiver() =>
        Whom.Of([One(Health)], Nobody(), [Group(Committee)]).ShouldSatisfyAllConditions(
            whom => whom.Receiver.ShouldBeNull(),
            whom => whom.Findings.ShouldBe([Findings.ViaUnknown, Findings.ReceiverUnknown]));

    [Fact]
    public void Asks_an_agency_once_though_it_is_named_twice() =>
        Whom.Of([Group(Health, Front), One(Health)], One(Focal), []).Asked.ShouldBe([Health, Front]);

    [Fact]
    public void Asks_those_it_knows_and_says_that_others_are_unknown() =>
        Whom.Of([One(Health), Nobody()], One(Focal), []).ShouldSatisfyAllConditions(
            whom => whom.Asked.ShouldBe([Health]),
            whom => whom.Findings.ShouldBe([Findings.ReportersUnknown]));

    [Fact]
    public void Says_that_a_group_has_nobody_in_it() => Whom.Of([Group()], One(Focal), []).Findings.ShouldBe([Findings.ReportersUnknown]);

    [Fact]
    public void Says_that_no_reporter_is_named() => Whom.Of([], One(Focal), []).Findings.ShouldBe([Findings.ReportersUnknown]);

    private static FoundParty One(AskedAgency agency) => new(new Party("một cơ quan", agency.Id), [agency]);

    private static FoundParty Group(params AskedAgency[] members) =>
        new(new Party("các sở, ban, ngành", Group: new PartyGroup(Guid.CreateVersion7(), Below: false, ["department"])), members);

    private static FoundParty Nobody() => new(new Party("cơ quan chưa rõ"), []);
}
