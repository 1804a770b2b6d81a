using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Documents.Graph;
using Kind = SocialPolicy.PlanRegistry.V1.RelationKind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

public sealed class RegisteringADocument(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Keeps_it_with_what_it_says_of_others()
    {
        var above = await registry.New();
        var cited = Central(NewNumber());

        var document = await registry.Register(
            new() { Number = NewNumber("NĐ-CP"), Title = "Nghị định mẫu", Issuer = "Chính phủ", IssuedOn = On(2024, 5), ValidFrom = On(2024, 7, 1) },
            Of(above), Of(cited, Kind.Cites, On(2025, 1, 1)));

        (document.Stub, document.IssuedOn, document.ValidFrom, document.Etag).ShouldBe((false, On(2024, 5), On(2024, 7, 1), "v1"));
        var (implemented, mentioned) = (document.Relations.Single(relation => relation.Kind is Kind.Implements), document.Relations.Single(relation => relation.Kind is Kind.Cites));
        (implemented.Document, implemented.EffectiveOn, implemented.RecordedBy).ShouldBe((above.Name, null, "registrar"));
        mentioned.EffectiveOn.ShouldBe(On(2025, 1, 1));
        (await registry.Find(mentioned.Document)).Stub.ShouldBeTrue();
        (await registry.Find(document.Name)).ShouldBe(document);
    }

    [Fact]
    public async Task Fills_the_stub_that_stood_for_it()
    {
        var number = NewNumber("QĐ-TTg");
        var citing = await registry.Register(Central(NewNumber()), Of(new() { Number = number, IssuedOn = On(2022, 3, 1) }));

        var document = await registry.Register(new() { Number = number, Title = "Đề án", Issuer = "Thủ tướng Chính phủ", IssuedOn = On(2022, 3, 1) });

        document.Name.ShouldBe(citing.Relations[0].Document);
        (document.Stub, document.Title, document.CitedByCount).ShouldBe((false, "Đề án", 1));
    }

    [Fact]
    public async Task Tells_documents_of_one_number_apart_by_issuer_date_and_province()
    {
        var number = NewNumber("KH-UBND");
        V1.Document[] others =
        [
            new() { Number = number, Issuer = "UBND tỉnh Sơn La", IssuedOn = On(2024, 2, 6) },
            new() { Number = number, Issuer = "UBND tỉnh Khánh Hòa", IssuedOn = On(2024, 2, 6) },
            new() { Number = number, Issuer = "UBND tỉnh Sơn La", IssuedOn = On(2025, 2, 6) },
        ];

        var names = new List<string>();
        foreach (var other in others)
            names.Add((await registry.Register(other)).Name);

        names.Distinct().Count().ShouldBe(3);
        (await registry.Register(new() { Number = $" 0{number.ToLowerInvariant()} ", Issuer = "Ủy ban nhân dân tỉnh SƠN LA", IssuedOn = On(2025) })).Name.ShouldBe(names[2]);
    }

    [Fact]
    public async Task Changes_nothing_when_it_says_what_is_known()
    {
        var above = await registry.New();
        var given = Central(NewNumber());
        var first = await registry.Register(given, Of(above));

        (await registry.Register(given, Of(above))).ShouldBe(first);
    }

    [Fact]
    public async Task Adds_what_was_not_said_before()
    {
        var given = Central(NewNumber());
        var first = await registry.Register(given);
        given.Title = "Nghị quyết mẫu";

        var completed = await registry.Register(given, Of(await registry.New()));

        (completed.Name, completed.Title, completed.Relations.Count, completed.Etag).ShouldBe((first.Name, "Nghị quyết mẫu", 1, "v2"));
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var request = new V1.RegisterDocumentRequest { Document = Central(NewNumber()), RequestId = $"{Guid.CreateVersion7()}" };
        var first = await registry.Documents.RegisterDocumentAsync(request);
        await registry.Register(new() { Number = first.Number, Title = "Sau đó" });

        (await registry.Documents.RegisterDocumentAsync(request)).ShouldBe(first);
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_validates()
    {
        var number = NewNumber();

        (await registry.Documents.RegisterDocumentAsync(new() { Document = Central(number), ValidateOnly = true })).Number.ShouldBe(number);

        (await registry.Called(number)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Makes_one_document_however_many_try_at_the_same_time()
    {
        var given = Central(NewNumber());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => registry.Register(given)));

        answers.Select(document => document.Name).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Is_refused_when_it_would_stand_above_itself()
    {
        var top = await registry.New();
        var middle = await registry.New(top);
        var bottom = await registry.New(middle);

        var refused = await Refused.By(() => registry.Register(Central(top.Number), Of(bottom, Kind.PursuantTo)));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.FailedPrecondition, "DOCUMENT_CYCLE"));
        refused.Facts["path"].ShouldBe($"{top.Name} > {bottom.Name} > {middle.Name} > {top.Name}");
        (await registry.Find(top.Name)).Relations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_refused_when_it_relates_to_itself()
    {
        var document = await registry.New();

        (await Refused.By(() => registry.Register(Central(document.Number), Of(document)))).Reason.ShouldBe("DOCUMENT_CYCLE");
    }

    [Fact]
    public async Task May_cite_what_stands_below_it()
    {
        var top = await registry.New();
        var bottom = await registry.New(top);

        (await registry.Register(Central(top.Number), Of(bottom, Kind.Cites))).Relations.ShouldHaveSingleItem().Document.ShouldBe(bottom.Name);
    }

    [Fact]
    public async Task Is_refused_when_several_documents_fit()
    {
        var number = NewNumber("KH-UBND");
        var one = await registry.Register(new() { Number = number, Issuer = "UBND tỉnh Sơn La" });
        var other = await registry.Register(new() { Number = number, Issuer = "UBND tỉnh Khánh Hòa" });

        var refused = await Refused.By(() => registry.Register(new() { Number = number, Title = "Kế hoạch" }));
        var describing = await Refused.By(() => registry.Register(Central(NewNumber()), Of(new() { Number = number })));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, "DOCUMENT_AMBIGUOUS"));
        refused.Facts["documents"].Split(", ").ShouldBe([one.Name, other.Name], ignoreOrder: true);
        (describing.Reason, describing.Fields.Single()).ShouldBe(("DOCUMENT_AMBIGUOUS", "relations[0].described"));
        (await registry.Called(number)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Is_refused_when_it_contradicts_what_is_known()
    {
        var known = await registry.Register(new() { Number = NewNumber(), Title = "Một", ValidTo = On(2030, 12, 31) });

        var refused = await Refused.By(() => registry.Register(new() { Number = known.Number, Title = "Hai", ValidTo = On(2031, 12, 31) }));

        (refused.Code, refused.Reason, refused.Facts["fields"]).ShouldBe((StatusCode.AlreadyExists, "DOCUMENT_CONTRADICTED", "title, valid_to"));
        (await registry.Find(known.Name)).ShouldBe(known);
    }

    [Theory]
    [InlineData("documents/01990000-0000-7000-8000-000000000000", "DOCUMENT_NOT_FOUND")]
    [InlineData("plans/01990000-0000-7000-8000-000000000000", "DOCUMENT_NOT_FOUND")]
    [InlineData("documents/x", "NAME_MALFORMED")]
    [InlineData("", "FIELD_REQUIRED")]
    public async Task Is_refused_for_an_unknown_other_and_leaves_nothing_behind(string other, string reason)
    {
        var number = NewNumber();

        var refused = await Refused.By(() => registry.Register(Central(number), new V1.RegisterDocumentRequest.Types.Said { Document = other, Kind = Kind.Cites }));

        refused.Reason.ShouldBe(reason);
        (await registry.Called(number)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_refused_for_a_merged_other()
    {
        var stub = (await registry.Register(Central(NewNumber()), Of(Central(NewNumber())))).Relations[0].Document;
        await registry.Documents.MergeDocumentsAsync(new() { Name = stub, Into = (await registry.New()).Name });

        (await Refused.By(() => registry.Register(Central(NewNumber()), new V1.RegisterDocumentRequest.Types.Said { Document = stub, Kind = Kind.Cites })))
            .Reason.ShouldBe("DOCUMENT_MERGED");
    }

    [Fact]
    public async Task Is_refused_without_a_number_and_a_title() =>
        await ShouldBeRefused(new() { Issuer = "UBND tỉnh Sơn La" }, "DOCUMENT_WITHOUT_A_KEY", "document");

    [Fact]
    public async Task Is_refused_for_a_day_that_does_not_exist() =>
        await ShouldBeRefused(new() { Number = NewNumber(), IssuedOn = On(2023, 2, 29) }, "DATE_INVALID", "document.issued_on");

    [Fact]
    public async Task Is_refused_for_an_end_before_its_beginning() =>
        await ShouldBeRefused(new() { Number = NewNumber(), ValidFrom = On(2024, 2, 1), ValidTo = On(2024, 1, 1) }, "VALIDITY_REVERSED", "document.valid_to");

    [Fact]
    public async Task Is_refused_for_a_text_longer_than_its_field() =>
        await ShouldBeRefused(new() { Number = new string('4', 101) }, "FIELD_TOO_LONG", "document.number");

    [Fact]
    public async Task Is_refused_for_a_value_of_a_later_contract() =>
        await ShouldBeRefused(new() { Number = NewNumber(), IssuerLevel = (V1.Plan.Types.Level)99 }, "VALUE_UNKNOWN", "document.issuer_level");

    [Fact]
    public async Task Is_refused_for_an_agency_the_directory_does_not_have() =>
        await ShouldBeRefused(new() { Number = NewNumber(), IssuerAgency = "test:nobody" }, "AGENCY_NOT_FOUND", null);

    [Fact]
    public async Task Is_refused_for_more_than_500_relations()
    {
        var relations = Enumerable.Range(0, 501).Select(i => Of(new() { Number = $"{i}-NQ/TW" }, Kind.Cites)).ToArray();

        (await Refused.By(() => registry.Register(Central(NewNumber()), relations))).Reason.ShouldBe("TOO_MANY_RELATIONS");
    }

    [Fact]
    public async Task Is_refused_to_those_who_may_only_look() =>
        (await Refused.By(registry.DocumentsAs("viewer", Role.Viewer).RegisterDocumentAsync(new() { Document = Central(NewNumber()) }))).Reason.ShouldBe("CALLER_NOT_ALLOWED");

    private async Task ShouldBeRefused(V1.Document document, string reason, string? field)
    {
        var refused = await Refused.By(() => registry.Register(document));

        refused.Reason.ShouldBe(reason);
        if (field is not null)
            refused.Fields.ShouldBe([field]);
        if (document.Number.Length > 0)
            (await registry.Called(document.Number)).ShouldBeEmpty();
    }
}
