using System.Text;
using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;
using File = SocialPolicy.PlanRegistry.V1.ImportPlanRequest.Types.File;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

/// <summary>What becomes of a PDF where its reader is not as it should be.</summary>
public sealed class ImportingAPdf(Registry registry) : IClassFixture<Registry>, IDisposable
{
    private readonly TestFolder folder = TestFolder.Create();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Is_refused_where_the_reader_is_missing()
    {
        var refused = await Refusal(new() { ["Pdf:Programs"] = folder.Path });

        (refused.Code, refused.Reason).ShouldBe((StatusCode.FailedPrecondition, "PDF_CANNOT_BE_READ_HERE"));
    }

    [Fact]
    public async Task Is_given_up_when_it_takes_too_long()
    {
        var program = Path.Combine(folder.Path, "pdftotext");
        await System.IO.File.WriteAllTextAsync(program, "#!/bin/sh\nexec sleep 300\n", new UTF8Encoding(false));
        System.IO.File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var refused = await Refusal(new() { ["Pdf:Programs"] = folder.Path, ["Pdf:Patience"] = "00:00:00.3" });

        (refused.Code, refused.Reason).ShouldBe((StatusCode.ResourceExhausted, "DOCUMENT_TAKES_TOO_LONG"));
    }

    private async Task<Refused> Refusal(Dictionary<string, string> settings)
    {
        var before = await registry.Ask<long>("select count(*) from plans");
        var (service, plans) = await registry.Replica(settings);
        await using var end = service;

        var refused = await Refused.By(() => Registry.Import(plans, ByteString.CopyFromUtf8("%PDF-1.4\n"), new File { FileName = "ke hoach.pdf" }));

        (await registry.Ask<long>("select count(*) from plans")).ShouldBe(before);
        return refused;
    }
}
