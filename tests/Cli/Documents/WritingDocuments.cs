using SocialPolicy.Cli.Documents;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.UnitTests.Documents;

public sealed class WritingDocuments
{
    [Theory]
    [InlineData("implements=42-NQ/TW", RelationKind.Implements, "", "42-NQ/TW")]
    [InlineData("Pursuant-To=documents/1", RelationKind.PursuantTo, "documents/1", "")]
    [InlineData("cites=plans/1", RelationKind.Cites, "plans/1", "")]
    public void Reads_what_a_document_says_of_another(string said, RelationKind kind, string name, string number)
    {
        var relation = RegisterDocument.ToRelation(said);

        (relation.Kind, relation.Document, relation.Described?.Number ?? "", relation.EffectiveOn).ShouldBe((kind, name, number, null));
    }

    [Fact]
    public void Reads_from_when_on_it_says_so() =>
        RegisterDocument.ToRelation("repeals=12/NQ-HĐND@2026-07-01").EffectiveOn.ShouldBe(new() { Year = 2026, Month = 7, Day = 1 });

    [Theory]
    [InlineData("42-NQ/TW")]
    [InlineData("implements=")]
    [InlineData("likes=42-NQ/TW")]
    [InlineData("repeals=42-NQ/TW@soon")]
    public void Refuses_what_it_cannot_read(string said) => Should.Throw<IOException>(() => RegisterDocument.ToRelation(said));

    [Fact]
    public void Says_how_a_document_stands()
    {
        DocumentWords.State(new(), new() { InForce = true }).ShouldBe("in force");
        DocumentWords.State(new(), new() { RepealedBy = "documents/1", Expired = true }).ShouldBe("repealed, expired");
        DocumentWords.State(new() { Stub = true, Ambiguous = true }, new()).ShouldBe("ambiguous stub");
        DocumentWords.State(new() { Stub = true }, new() { ReplacedBy = "documents/1" }).ShouldBe("stub, replaced");
        DocumentWords.State(new(), new()).ShouldBe("not in force");
    }

    [Fact]
    public void Names_every_kind_of_relation() =>
        Enum.GetValues<RelationKind>().Where(kind => kind is not RelationKind.Unspecified).ShouldAllBe(kind => DocumentWords.Kind(DocumentWords.Of(kind)) == kind);

    [Theory]
    [InlineData("2024", 2024, 0, 0)]
    [InlineData("2024-10", 2024, 10, 0)]
    [InlineData("2024-10-06", 2024, 10, 6)]
    public void Reads_a_day_of_issue_or_a_part_of_it(string said, int year, int month, int day) =>
        DocumentWords.Date(said).ShouldBe(new() { Year = year, Month = month, Day = day });
}
