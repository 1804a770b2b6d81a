using SocialPolicy.Documents.Samples;
using static SocialPolicy.Documents.Samples.WordFile;

namespace SocialPolicy.Documents.Word;

public sealed class NumberingParagraphs
{
    private static readonly string Outline = List(
        1, Level(0, "upperRoman", "%1."), Level(1, "decimal", "%2."), Level(2, "decimal", "%2.%3."), Level(3, "lowerLetter", "%4)"), Level(4, "bullet", "\uF0B7"));

    [Fact]
    public Task Counts_every_level_and_begins_the_lower_ones_anew() => Numbered(
        Outline + Use(1, 1),
        [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (1, 3), (1, 4), (1, 0), (1, 1), (1, 2)],
        ["I.", "1.", "2.", "2.1.", "2.2.", "a)", "b)", "-", "II.", "1.", "1.1."]);

    [Fact]
    public Task Goes_on_through_other_uses_of_the_same_list_until_one_begins_anew() => Numbered(
        Outline + Use(1, 1) + Use(2, 1) + Use(3, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"),
        [(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)],
        ["I.", "II.", "V.", "VI.", "VII."]);

    [Fact]
    public Task Knows_the_points_of_a_vietnamese_clause() => Numbered(
        List(1, Level(0, "lowerLetter", "%1)"), Level(1, "upperLetter", "%2.")) + Use(1, 1),
        [(1, 0), (1, 0), (1, 0), (1, 0), (1, 0), (1, 0), (1, 0), (1, 1)],
        ["a)", "b)", "c)", "d)", "e)", "f)", "g)", "A."]);

    [Fact]
    public Task Takes_a_level_that_a_use_defines_itself() => Numbered(
        Outline + Use(1, 1, $"<w:lvlOverride w:ilvl=\"0\">{Level(0, "lowerRoman", "(%1)", start: 3)}</w:lvlOverride>"), [(1, 0), (1, 0)], ["(iii)", "(iv)"]);

    [Fact]
    public Task Restarts_only_after_the_level_it_names() => Numbered(
        List(1, Level(0, "decimal", "%1."), Level(1, "decimal", "Điều %2.", "<w:lvlRestart w:val=\"0\"/>"), Level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")) + Use(1, 1),
        [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2)],
        ["1.", "Điều 1.", "Điều 2.", "2.", "Điều 3.", "2.3.1"]);

    [Fact]
    public Task Shows_levels_that_were_never_used_at_their_start() => Numbered(Outline + Use(1, 1), [(1, 2)], ["1.1."]);

    [Fact]
    public async Task Follows_styles_and_what_they_are_based_on()
    {
        var numbering = List(1, Level(0, "upperRoman", "%1.", "<w:pStyle w:val=\"H1\"/>"), Level(1, "decimal", "%2.", "<w:pStyle w:val=\"H2\"/>")) + Use(1, 1);
        var styles = Style("H1", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") + Style("H2", "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>") + Style("Sub", "", "H2") + Style("Loop", "", "Loop");

        (await Refusing.Read(WordFile.Of(
            P("Mục", "<w:pStyle w:val=\"H1\"/>") + P("một", "<w:pStyle w:val=\"H2\"/>") + P("hai", "<w:pStyle w:val=\"Sub\"/>")
            + P("không", "<w:pStyle w:val=\"H2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + P("vòng", "<w:pStyle w:val=\"Loop\"/>"), numbering, styles)).Lines())
            .ShouldBe(["I. Mục", "1. một", "2. hai", "không", "vòng"]);
    }

    [Fact]
    public async Task Follows_a_style_of_lists()
    {
        var numbering = "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"Danh\"/></w:abstractNum>" + List(2, Level(0, "decimal", "%1/")) + Use(1, 1) + Use(2, 2);

        (await Refusing.Read(WordFile.Of(Listed("một", 1) + Listed("hai", 1), numbering, Style("Danh", "<w:numPr><w:numId w:val=\"2\"/></w:numPr>"))).Lines())
            .ShouldBe(["1/ một", "2/ hai"]);
    }

    [Fact]
    public async Task Does_not_take_the_list_a_paragraph_had_before_it_was_changed() =>
        (await Refusing.Read(WordFile.Of(P("một", "<w:pPrChange w:id=\"1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange>"), Outline + Use(1, 1)))).ShouldBe("một");

    [Fact]
    public async Task Leaves_a_list_that_is_not_there_unnumbered() => (await Refusing.Read(WordFile.Of(Listed("một", 7), Outline + Use(1, 1)))).ShouldBe("một");

    private static async Task Numbered(string numbering, (int List, int Level)[] paragraphs, string[] markers) =>
        (await Refusing.Read(WordFile.Of(string.Concat(paragraphs.Select(paragraph => Listed("x", paragraph.List, paragraph.Level))), numbering)).Lines())
            .Select(line => line[..^2]).ShouldBe(markers);

    private static string Style(string id, string properties, string basedOn = "") =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:basedOn w:val=\"{basedOn}\"/><w:pPr>{properties}</w:pPr></w:style>";
}
