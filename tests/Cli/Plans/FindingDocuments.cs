using SocialPolicy.Cli.Plans;

namespace SocialPolicy.Cli.UnitTests.Plans;

public sealed class FindingDocuments : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory();

    [Fact]
    public void Takes_every_format_in_a_folder_and_nothing_else()
    {
        foreach (var name in (string[])["b.docx", "a.txt", "c.PDF", "d.md", "e.html", "f.htm", "g.doc", "units.csv", "~$b.docx"])
            File.WriteAllText(Path.Combine(folder.FullName, name), "");

        PlanFiles.In([folder]).Select(file => file.Name).ShouldBe(["a.txt", "b.docx", "c.PDF", "d.md", "e.html", "f.htm"]);
    }

    [Fact]
    public void Takes_a_file_as_it_is_named() =>
        PlanFiles.In([new FileInfo(Path.Combine(folder.FullName, "plan"))]).ShouldHaveSingleItem().Name.ShouldBe("plan");

    public void Dispose() => folder.Delete(recursive: true);
}
