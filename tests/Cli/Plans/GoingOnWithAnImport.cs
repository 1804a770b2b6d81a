using SocialPolicy.Cli.Plans;

namespace SocialPolicy.Cli.UnitTests.Plans;

public sealed class GoingOnWithAnImport : IDisposable
{
    private readonly FileInfo report = new(Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.jsonl"));
    private readonly FileInfo document = new("ke-hoach.txt");

    public void Dispose() => report.Delete();

    [Fact]
    public void Leaves_out_what_was_taken_in_wherever_it_lies_now()
    {
        using (var first = ImportReport.Open(report))
            first.Add(document, "một"u8.ToArray(), "plans/1");

        using var second = ImportReport.Open(report);

        second.Known("một"u8.ToArray()).ShouldNotBeNull().Plan.ShouldBe("plans/1");
        second.Known("hai"u8.ToArray()).ShouldBeNull();
    }

    [Fact]
    public void Tries_again_what_was_refused()
    {
        using (var first = ImportReport.Open(report))
            first.Add(document, "một"u8.ToArray(), plan: null, "DOCUMENT_NOT_A_PLAN", "Giấy mời");

        using var second = ImportReport.Open(report);

        second.Known("một"u8.ToArray()).ShouldBeNull();
        second.Add(document, "một"u8.ToArray(), "plans/1");
        second.Known("một"u8.ToArray()).ShouldNotBeNull();
    }

    [Fact]
    public void Goes_on_behind_a_line_that_was_cut_off()
    {
        using (var first = ImportReport.Open(report))
            first.Add(document, "một"u8.ToArray(), "plans/1");
        File.AppendAllText(report.FullName, "{\"file\":\"hai.txt\",\"sha");

        using (var second = ImportReport.Open(report))
        {
            second.Known("một"u8.ToArray()).ShouldNotBeNull();
            second.Add(document, "ba"u8.ToArray(), "plans/3");
        }

        using var third = ImportReport.Open(report);
        third.Known("một"u8.ToArray()).ShouldNotBeNull();
        third.Known("ba"u8.ToArray()).ShouldNotBeNull();
    }

    [Fact]
    public void Refuses_a_file_that_is_something_else()
    {
        File.WriteAllText(report.FullName, "KẾ HOẠCH\n");

        Should.Throw<IOException>(() => ImportReport.Open(report)).Message.ShouldContain("no report of an import");
    }

    [Fact]
    public void Writes_each_line_when_its_file_is_done()
    {
        using var written = ImportReport.Open(report);

        written.Add(document, "một"u8.ToArray(), "plans/1");

        using var reader = new StreamReader(new FileStream(report.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        reader.ReadToEnd().ShouldContain("plans/1");
    }
}
