using System.Diagnostics;
using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Samples;

namespace SocialPolicy.Documents.Pdf;

public sealed class ReadingAPdf
{
    [Fact]
    public async Task Takes_its_text_and_leaves_page_numbers_out() =>
        (await Refusing.Read(PdfFile.Of("KE HOACH\nMuc tieu 35%\n- 1 -", "2\nNhiem vu\nDuoi 4%")))
            .ShouldBe("KE HOACH\nMuc tieu 35%\n\nNhiem vu\nDuoi 4%");

    [Fact]
    public async Task Finds_it_by_its_content() => (await Refusing.Read([.. "\n\n"u8, .. PdfFile.Of("Ke hoach")], "ke-hoach.docx")).ShouldBe("Ke hoach");

    [Theory]
    [InlineData("A\n\n12\n\fB\n", "A\n\nB")]
    [InlineData("A\n2024\n\f\n\f2025\nB\n\f", "A\n2024\n\n2025\nB")]
    [InlineData("A\n\f2\nB\n– 2 –\n", "A\n\nB")]
    [InlineData("35\nA\n", "35\nA")]
    [InlineData("A\0B", "AB")]
    public void Makes_a_blank_line_of_a_page_break(string pages, string text) => PdfPages.Join(pages).ShouldBe(text);

    [Fact]
    public Task Is_refused_for_a_scan() => Refusing.Read(PdfFile.Scan()).ShouldBe("DOCUMENT_WITHOUT_TEXT");

    [Fact]
    public Task Is_refused_behind_a_password() => Refusing.Read(PdfFile.Protected()).ShouldBe("DOCUMENT_PROTECTED");

    [Fact]
    public Task Is_refused_when_broken() => Refusing.Read([.. "%PDF-1.4\n1 0 obj\n<<"u8]).ShouldBe("DOCUMENT_DAMAGED");

    [Fact]
    public async Task Is_refused_where_its_reader_is_missing()
    {
        var broken = await Should.ThrowAsync<RuleBroken>(() => Reader("/nowhere/pdftotext", TimeSpan.FromSeconds(5)).Read(PdfFile.Scan(), CancellationToken.None));

        (broken.First.Reason, broken.First.Kind).ShouldBe(("PDF_CANNOT_BE_READ_HERE", RuleKind.State));
        broken.Message.ShouldContain("poppler-utils");
    }

    [Fact]
    public async Task Gives_up_what_takes_too_long_and_ends_it()
    {
        using var slow = new Script("exec sleep 300");
        var started = Stopwatch.GetTimestamp();

        var broken = await Should.ThrowAsync<RuleBroken>(() => Reader(slow.Path, TimeSpan.FromMilliseconds(300)).Read(new byte[1 << 20], CancellationToken.None));

        broken.First.Reason.ShouldBe("DOCUMENT_TAKES_TOO_LONG");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Is_no_longer_read_than_its_caller_waits()
    {
        using var slow = new Script("exec sleep 300");
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Should.ThrowAsync<OperationCanceledException>(() => Reader(slow.Path, TimeSpan.FromMinutes(1)).Read(new byte[10], patience.Token));
    }

    [Fact]
    public async Task Takes_no_more_text_than_can_be_read()
    {
        using var endless = new Script("exec yes");

        var broken = await Should.ThrowAsync<RuleBroken>(() => Reader(endless.Path, TimeSpan.FromMinutes(1)).Read(new byte[1 << 20], CancellationToken.None));

        broken.First.Reason.ShouldBe("DOCUMENT_TEXT_TOO_LONG");
    }

    [Fact]
    public async Task Hands_nothing_of_its_surroundings_on()
    {
        using var curious = new Script("export -p");

        var seen = await Reader(curious.Path, TimeSpan.FromMinutes(1)).Read(new byte[10], CancellationToken.None);

        seen.ShouldContain("LC_ALL");
        seen.ShouldNotContain("HOME=");
    }

    private static PdfText Reader(string program, TimeSpan patience) => new(new(program), new("pdftocairo"), patience);

    private sealed class Script : IDisposable
    {
        public Script(string command)
        {
            File.WriteAllText(Path, $"#!/bin/sh\n{command}\n", new UTF8Encoding(false));
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"pdf-{Guid.CreateVersion7()}");

        public void Dispose() => File.Delete(Path);
    }
}
